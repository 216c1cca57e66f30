// Everything that a request brings is an event on the document, for the page to see; a server may send its own kinds.

import { page } from '../language/native.js';

export const FETCH = 'datastar-fetch';

/** @typedef {Record<string, string>} Args */

/**
 * @param {string} type
 * @param {Element} el whose action it is
 * @param {Args=} argsRaw
 * @param {number=} since the time when the server was sent what it answers, which is before everything for a stream
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
