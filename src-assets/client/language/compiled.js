// Replaces expressions.js in an application whose compiler has turned all expressions into functions: an attribute
// contains the key of one, with the values it uses, as in #5f0c1d2e3a["a",1]. Nothing is evaluated here.

/** @type {Record<string, Function>} */
const functions = {};

// The mark tells the server that the function may change the document.
const REFERENCE = /^#([0-9a-f]{10})!?(\[.*\])?$/s;

/** @param {Record<string, Function>} all by key; a key means the same in every build */
export const define = (all) => {
  Object.assign(functions, all);
};

/**
 * @param {string} text
 * @returns {Function} takes el, $, __action, evt and the attribute's own arguments
 */
export const compile = (text) => {
  const [, key, values = '[]'] = REFERENCE.exec(text) ?? [];
  const run = functions[key];
  if (!run) {
    throw new Error(
      key
        ? 'This page is older than its application. Reload it.'
        : 'Only expressions of templates run. Move it to one, or set @App(unsafeEval = true).',
    );
  }
  const data = JSON.parse(values);
  /** @this {unknown} @param {unknown[]} args */
  return function (...args) {
    return run.call(this, data, ...args);
  };
};

/** @param {string} text */
export const codeOf = (text) => {
  const code = functions[text.slice(1, 11)];
  return code ? text + ', which is ' + code : text;
};

/** @param {string} text */
export const literal = (text) => JSON.parse(text);
