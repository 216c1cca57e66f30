// Patches take effect in the order of their arrival, even if one waits for a view transition to start.

/** @type {Promise<unknown> | null} the last one waiting */
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
