// View transitions, where the browser has them.

import { own } from './native.js';

/**
 * @param {() => void} change
 * @param {any=} scope an element, else the document
 * @returns {Promise<void> | undefined} done when `change` is; undefined if it ran at once
 */
export const transition = (change, scope = document) => {
  const it = own(scope);
  if (!it.startViewTransition) {
    change();
    return undefined;
  }
  const { ready, updateCallbackDone } = it.startViewTransition(change);
  // Skipped, as in a hidden tab: the change was made, nothing is wrong.
  ready.catch(() => {});
  return updateCallbackDone;
};
