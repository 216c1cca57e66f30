// Waiting, and what ends it early.

import { page } from '../language/native.js';

/**
 * Listens at the window, which sees the document's events on their way down.
 *
 * @param {string[]} types
 * @param {(evt: any) => void} listener
 * @param {AbortSignal} signal ends it
 */
export const hear = (types, listener, signal) =>
  types.forEach((type) => window.addEventListener(type, listener, { capture: true, signal }));

/**
 * Waits until one of the events comes while the tab is in front, the network is back, `millis` are over, or `signal`
 * aborts.
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
