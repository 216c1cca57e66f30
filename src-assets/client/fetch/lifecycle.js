// Everything that a request brings is an event on the document, for the page to see; a server may send its own kinds.

export const FETCH = 'datastar-fetch';

/** @typedef {Record<string, string>} Args */

/**
 * @param {string} type
 * @param {Element} el whose action it is
 * @param {Args=} argsRaw
 */
export const tell = (type, el, argsRaw = {}) =>
  document.dispatchEvent(new CustomEvent(FETCH, { detail: { type, el, argsRaw } }));

/**
 * @param {string} type
 * @param {(args: Args) => void} handle
 */
export const on = (type, handle) =>
  document.addEventListener(FETCH, (/** @type {any} */ { detail }) => {
    if (detail.type === type) handle(detail.argsRaw);
  });
