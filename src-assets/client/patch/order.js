// Patches take effect in the order in which they came, also when one of them waits for a view transition to start.

/** @type {Promise<unknown> | null} the last one that waits */
let waiting = null;

/** @param {() => (Promise<unknown> | void)} patch */
export const inOrder = (patch) => {
  const done = waiting ? waiting.then(patch) : patch();
  if (!done) return;
  const mine = done.catch(reportError).then(() => {
    if (waiting === mine) waiting = null;
  });
  waiting = mine;
};
