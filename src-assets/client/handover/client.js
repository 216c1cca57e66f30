// What a client hands over, of whatever version it is.

/**
 * @typedef {object} Client
 * @property {string} url its own address
 * @property {(what: string) => string} memory the name under which a tab remembers something for an entry of its history
 * @property {(patch: Record<string, any>) => void} mergePatch changes the signals
 * @property {any} root the signals
 * @property {boolean=} waits whether something is to be given back that is not there yet; this module's own
 */

/** @param {string} name @returns {string | null} nothing, too, if the browser keeps nothing */
export const stored = (name) => {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
};

/** @param {() => void} task is run when the next frame is there */
export const withNextFrame = (task) => {
  const over = new AbortController();
  document.addEventListener(
    'datastar-fetch',
    (/** @type {any} */ { detail }) => {
      if (detail.type !== 'datastar-patch-elements') return;
      over.abort();
      // Whoever else hears of it has done so then.
      queueMicrotask(task);
    },
    { signal: over.signal },
  );
};
