// Waiting, and what ends it early.

/**
 * Waits until the tab is in front or `signal` aborts.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export const shown = (signal) =>
  until(signal, (end, listening) => {
    if (!document.hidden) end();
    document.addEventListener('visibilitychange', () => document.hidden || end(), listening);
  });

/**
 * Waits until the page comes back out of the back/forward cache or `signal` aborts.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export const restored = (signal) => until(signal, (end, listening) => window.addEventListener('pageshow', end, listening));

/**
 * Waits until `millis` are over, the network is back, the tab comes to the front, or `signal` aborts.
 *
 * @param {number} millis
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export const nap = (millis, signal) =>
  until(signal, (end, listening) => {
    const timer = setTimeout(end, millis);
    listening.signal.addEventListener('abort', () => clearTimeout(timer));
    window.addEventListener('online', end, listening);
    document.addEventListener('visibilitychange', () => document.hidden || end(), listening);
  });

/**
 * Fails when `signal` aborts.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
export const aborted = (signal) =>
  new Promise((_, fail) => {
    if (signal.aborted) fail(signal.reason);
    else signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });

/**
 * @param {AbortSignal} signal
 * @param {(end: () => void, listening: {signal: AbortSignal}) => void} listen
 * @returns {Promise<void>}
 */
const until = (signal, listen) =>
  new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { signal: over.signal });
    listen(end, { signal: over.signal });
  });
