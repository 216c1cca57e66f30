// Notices a dead stream that nobody closed, as after a sleep: a live server sends something in every interval.

import { hear } from './pauses.js';

// After this many silent intervals, the heartbeat is not just late.
const PATIENCE = 2.5;

/**
 * @param {number} interval milliseconds
 * @param {AbortSignal} over ends the watch
 * @param {() => void} bark called after too long a silence
 * @returns {() => void} to call whenever something arrives
 */
export const watch = (interval, over, bark) => {
  // Wall clock time, since timers stand still while a machine sleeps.
  let heard = Date.now();
  const look = () => {
    if (Date.now() - heard > interval * PATIENCE) bark();
  };
  const timer = setInterval(look, interval / 2);
  over.addEventListener('abort', () => clearInterval(timer));
  hear(['online', 'visibilitychange'], look, over);
  return () => {
    heard = Date.now();
  };
};
