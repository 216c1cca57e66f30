// A form has its controls, and the document its forms and images, as properties of their names, in the place of its own.

const raw = document;

/**
 * The node with its own properties, which nothing shadows. Not to be compared with nodes, or given to the browser as one.
 *
 * @param {any} node
 * @returns {any}
 */
export const own = (node) => {
  // Forms alone have this property, and reading it takes less time than instanceof.
  if (node?.noValidate === undefined && node !== raw) return node;
  const prototype = Object.getPrototypeOf(node);
  return new Proxy(prototype, {
    get(_, name) {
      // Elements stand in the place of what they shadow; what is none is the node's own.
      const value = typeof node[name] === 'object' ? Reflect.get(prototype, name, node) : node[name];
      return typeof value === 'function' ? value.bind(node) : value;
    },
    set: (_, name, value) => Reflect.set(prototype, name, value, node),
  });
};

export const page = own(raw);
