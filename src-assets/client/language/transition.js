// View transitions, where the browser has them.

import { own } from './native.js';

/**
 * @param {() => void} change
 * @param {any=} scope an element; the document by default
 * @returns {Promise<void> | undefined} resolves when `change` is done; undefined if it ran at once
 */
export const transition = (change, scope = document) => {
  const it = own(scope);
  if (!it.startViewTransition) {
    change();
    return undefined;
  }
  const { ready, updateCallbackDone } = it.startViewTransition(change);
  // Skipped, as in a hidden tab: the change was made, and nothing is wrong.
  ready.catch(() => {});
  return updateCallbackDone;
};
