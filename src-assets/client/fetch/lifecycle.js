// Everything that a request brings becomes an event on the document; a server may send its own types.

import { page } from '../language/native.js';

export const FETCH = 'datastar-fetch';

/** @typedef {Record<string, string>} Args */

/**
 * @param {string} type
 * @param {Element} el the element whose action it is
 * @param {Args=} argsRaw
 * @param {number=} since when the request that this answers was sent; before everything for a stream
 */
export const tell = (type, el, argsRaw = {}, since = undefined) =>
  page.dispatchEvent(new CustomEvent(FETCH, { detail: { type, el, argsRaw, since } }));

/**
 * @param {string} type
 * @param {(args: Args, since: number) => void} handle
 */
export const on = (type, handle) =>
  page.addEventListener(FETCH, (/** @type {any} */ { detail }) => {
    if (detail.type === type) handle(detail.argsRaw, detail.since);
  });
