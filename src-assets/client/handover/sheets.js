// Swaps style sheets without a moment in which there are none.

import { hold } from './servers.js';

/** @param {Document} doc @returns {any[]} the style sheets of its shim */
const sheetsOf = (doc) => [...doc.querySelectorAll('link[data-shim]')];

/** @param {HTMLLinkElement} link @returns {Promise<void>} */
const loaded = (link) =>
  new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(link.href + ' does not load')));
  });

/**
 * Loads the style sheets that a shim has and the page has not, at their places in the order.
 *
 * @param {Document} shim
 * @returns {Promise<() => void>} removes those that only the page has
 */
export const newSheets = async (shim) => {
  const wanted = sheetsOf(shim);
  await Promise.all(wanted.map(({ href }) => hold(href)));
  // Those that are not passed yet. What is the same in another place is loaded there, as moving it would load it, too.
  let rest = sheetsOf(document);
  const old = new Set(rest);
  const made = [];
  for (const link of wanted) {
    const same = rest.findIndex(({ href }) => href === link.href);
    if (same >= 0) {
      old.delete(rest[same]);
      rest = rest.slice(same + 1);
    } else {
      const fresh = document.importNode(link);
      made.push(fresh);
      if (rest.length) rest[0].before(fresh);
      else document.head.append(fresh);
    }
  }
  try {
    await Promise.all(made.map(loaded));
  } catch (error) {
    made.forEach((link) => link.remove());
    throw error;
  }
  return () => old.forEach((link) => link.remove());
};
