// View transitions, where the browser has them.

/**
 * @param {() => void} change
 * @param {any=} scope an element, else the document
 * @returns {Promise<void> | undefined} done when `change` is; undefined if it ran at once
 */
export const transition = (change, scope = document) => {
  if (!scope.startViewTransition) {
    change();
    return undefined;
  }
  const { ready, updateCallbackDone } = scope.startViewTransition(change);
  // Skipped, as in a hidden tab: the change was made, nothing is wrong.
  ready.catch(() => {});
  return updateCallbackDone;
};
