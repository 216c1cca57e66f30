// Notices that a stream is dead, as after a sleep, though nobody closed it: its server sends something in every interval.

import { hear } from './pauses.js';

// So many intervals of silence are not a late heartbeat any more.
const PATIENCE = 2.5;

/**
 * @param {number} interval milliseconds
 * @param {AbortSignal} over ends the watch
 * @param {() => void} bark is called when it is silent for too long
 * @returns {() => void} to be called when something was heard
 */
export const watch = (interval, over, bark) => {
  // The clock counts: timers stand still while a machine sleeps.
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
