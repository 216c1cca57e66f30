// Waiting, and what cuts it short.

import { page } from '../language/native.js';

/**
 * Listens on the window, which sees the document's events in the capture phase.
 *
 * @param {string[]} types
 * @param {(evt: any) => void} listener
 * @param {AbortSignal} signal ends the listening
 */
export const hear = (types, listener, signal) =>
  types.forEach((type) => window.addEventListener(type, listener, { capture: true, signal }));

/**
 * Waits until one of the events arrives while the tab is visible, the network is back, `millis` have passed, or
 * `signal` aborts.
 *
 * @param {AbortSignal} signal
 * @param {string[]} types
 * @param {number=} millis
 * @returns {Promise<void>}
 */
export const pause = (signal, types, millis) =>
  new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = millis === undefined ? 0 : setTimeout(end, millis);
    hear(types, ({ type }) => (type !== 'online' && page.hidden) || end(), over.signal);
    signal.addEventListener('abort', end, { signal: over.signal });
    if (signal.aborted) end();
  });
