// Swaps style sheets without a moment without any.

import { again } from './servers.js';

/** @param {Document} doc @returns {any[]} the style sheets of its shim */
const sheetsOf = (doc) => [...doc.querySelectorAll('link[data-shim]')];

/**
 * Loads one style sheet.
 *
 * @param {HTMLLinkElement} link an element of the shim
 * @param {Comment} place where it belongs
 * @returns {Promise<HTMLLinkElement>}
 */
const load = (link, place) =>
  again(
    () =>
      new Promise((resolve, reject) => {
        const fresh = document.importNode(link);
        fresh.addEventListener('load', () => resolve(fresh));
        fresh.addEventListener('error', () => {
          fresh.remove();
          reject(new Error(link.href + ' failed to load'));
        });
        place.before(fresh);
      }),
  );

/**
 * Loads the style sheets that the shim has and the page does not, at their places in the order.
 *
 * @param {Document} shim
 * @returns {Promise<() => void>} removes those that only the page has
 */
export const newSheets = async (shim) => {
  // Those not reached yet. A known style sheet at another place is loaded again, since moving it would do that, too.
  let rest = sheetsOf(document);
  const old = new Set(rest);
  const loading = [];
  for (const link of sheetsOf(shim)) {
    const same = rest.findIndex(({ href }) => href === link.href);
    if (same >= 0) {
      old.delete(rest[same]);
      rest = rest.slice(same + 1);
    } else {
      const place = document.createComment('');
      if (rest.length) rest[0].before(place);
      else document.head.append(place);
      loading.push(load(link, place).finally(() => place.remove()));
    }
  }
  const done = await Promise.allSettled(loading);
  const failed = done.find(({ status }) => status === 'rejected');
  if (failed) {
    for (const each of done) if (each.status === 'fulfilled') each.value.remove();
    throw /** @type {PromiseRejectedResult} */ (failed).reason;
  }
  return () => old.forEach((link) => link.remove());
};
