// What a client passes to this module, whatever its version.

/**
 * @typedef {object} Client
 * @property {string} url its own address
 * @property {(what: string) => string} memory the name under which a tab stores something for a history entry
 * @property {(patch: Record<string, any>) => void} mergePatch changes the signals
 * @property {any} root all signals
 * @property {boolean=} waits whether something is still to be restored; set by this module
 */

/** @param {string} name @returns {string | null} null also if the browser stores nothing */
export const stored = (name) => {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
};

/** @param {() => void} task runs when the next frame has arrived */
export const withNextFrame = (task) => {
  const over = new AbortController();
  document.addEventListener(
    'datastar-fetch',
    (/** @type {any} */ { detail }) => {
      if (detail.type !== 'datastar-patch-elements') return;
      over.abort();
      // Other listeners have run by then.
      queueMicrotask(task);
    },
    { signal: over.signal },
  );
};
