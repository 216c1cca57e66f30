// A form has its controls as properties, and the document its forms and images, in place of its own properties.

const raw = document;

/**
 * The node with its own properties, unshadowed. Do not compare it with nodes or pass it to the browser.
 *
 * @param {any} node
 * @returns {any}
 */
export const own = (node) => {
  // Only forms have this property, and reading it is faster than instanceof.
  if (node?.noValidate === undefined && node !== raw) return node;
  const prototype = Object.getPrototypeOf(node);
  return new Proxy(prototype, {
    get(_, name) {
      // Elements shadow the node's own properties; anything else is the node's own.
      const value = typeof node[name] === 'object' ? Reflect.get(prototype, name, node) : node[name];
      return typeof value === 'function' ? value.bind(node) : value;
    },
    set: (_, name, value) => Reflect.set(prototype, name, value, node),
  });
};

export const page = own(raw);
