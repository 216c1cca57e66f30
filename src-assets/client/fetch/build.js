// The page's build, and what survives a reload. The rarely needed parts are in another module, handover.js, which the
// server has at the same address in every build.

import { listen } from '../language/listen.js';
import { mergePatch } from '../signals/patch.js';
import { root } from '../signals/tree.js';

/** @type {string | null} the hash of the page's shim */
let build = /** @type {any} */ (document.querySelector('meta[name=lodestar]'))?.content;
let loads = 0;

/**
 * A retry needs a new URL, since browsers remember failed imports.
 *
 * @returns {Promise<any>}
 */
const handover = () => import('/assets/handover.js#' + loads++);

/**
 * The name under which a tab stores something for this history entry. Browsers without the Navigation API share one
 * name among all entries with the same URL.
 *
 * @param {string} what
 */
const memory = (what) =>
  'lodestar-' + what + ' ' + (/** @type {any} */ (window).navigation?.currentEntry.key ?? location.href);

/** What the module needs from this client, which may be older or newer than the module. */
const client = { url: import.meta.url, memory, mergePatch, root };

/**
 * Turns the page into one of another build, unless it already is.
 *
 * @param {Response} stream its headers name its page
 * @param {Element} el the element whose stream it is
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
    // Otherwise, somebody who comes back later would start at the top of the page.
  }
});

/** Once the page is there, scrolls it to its old position or to a link's target, and restores what it contained. */
export const resume = async () => {
  const [entry] = performance.getEntriesByType('navigation');
  const again = /** @type {any} */ (entry)?.type !== 'navigate';
  if (build && (again || location.hash)) await (await handover()).resume(again, client);
};
