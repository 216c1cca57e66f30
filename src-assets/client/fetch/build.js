// Which build of the application the page is of, and what stays when the page is loaded again. What is seldom needed for
// it is in a module of its own, handover.js, which the server has at the same address in every build.

import { listen } from '../language/listen.js';
import { mergePatch } from '../signals/patch.js';
import { root } from '../signals/tree.js';

/** @type {string | null} the hash of the page's shim */
let build = /** @type {any} */ (document.querySelector('meta[name=lodestar]'))?.content;
let loads = 0;

/**
 * Another try needs another URL, since a browser remembers which modules there were not.
 *
 * @returns {Promise<any>}
 */
const handover = () => import('/assets/handover.js#' + loads++);

/**
 * The name under which a tab remembers something for this entry of its history. Browsers without the Navigation API have
 * one memory for all entries of an address.
 *
 * @param {string} what
 */
const memory = (what) =>
  'lodestar-' + what + ' ' + (/** @type {any} */ (window).navigation?.currentEntry.key ?? location.href);

/** What the module needs of the client, which may be older or younger than it is. */
const client = { url: import.meta.url, memory, mergePatch, root };

/**
 * Makes the page one of another build, unless it is that already.
 *
 * @param {Response} stream says in its headers of which page it is
 * @param {Element} el whose stream it is
 */
export const takeOver = async ({ url, headers }, el) => {
  const now = headers.get('Lodestar-Page') ?? build;
  build ??= now;
  if (build !== now) await (await handover()).renew(now, url, el, client);
  build = now;
};

listen(window, 'pagehide', () => {
  try {
    sessionStorage.setItem(memory('place'), scrollX + ' ' + scrollY);
  } catch {
    // Then the page starts at its top when somebody comes back.
  }
});

/** Has the page scrolled, when it is there, to where it was or where a link leads; and gives it back what it had. */
export const resume = async () => {
  const [entry] = performance.getEntriesByType('navigation');
  const again = /** @type {any} */ (entry)?.type !== 'navigate';
  if (build && (again || location.hash)) await (await handover()).resume(again, client);
};
