// When a listener runs: the modifiers delay, debounce, throttle and viewtransition.

import { millis } from './names.js';
import { transition } from './transition.js';

/** @typedef {(evt?: Event) => void} Listener */

/**
 * @param {Listener} run
 * @param {import('./names.js').Modifiers} mods
 * @returns {Listener}
 */
export const timed = (run, mods) => {
  const { delay, debounce, throttle } = mods;
  if (mods.viewtransition) run = inTransition(run);
  if (delay) run = delayed(run, millis(delay, 0));
  if (debounce) run = gathered(run, debounce, debounce.includes('leading'), !debounce.includes('notrailing'), true);
  if (throttle) run = gathered(run, throttle, !throttle.includes('noleading'), throttle.includes('trailing'), false);
  return run;
};

/** @param {Listener} run @returns {Listener} */
const inTransition = (run) => (evt) => void transition(() => run(evt))?.catch(reportError);

/** @param {Listener} run @param {number} wait @returns {Listener} */
const delayed = (run, wait) => (evt) => void setTimeout(() => run(evt), wait);

/**
 * Runs at the first of several events, at the last, or at both; a single event runs it once.
 *
 * @param {Listener} run
 * @param {string[]} tags
 * @param {boolean} leading
 * @param {boolean} trailing
 * @param {boolean} restarts whether each event restarts the wait
 * @returns {Listener}
 */
const gathered = (run, tags, leading, trailing, restarts) => {
  let timer = 0;
  /** @type {[Event | undefined] | undefined} */
  let last;
  return (evt) => {
    if (leading && !timer) run(evt);
    else last = [evt];
    if (timer && !restarts) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const ended = last;
        timer = 0;
        last = undefined;
        if (trailing && ended) run(ended[0]);
      },
      millis(tags, 0),
    );
  };
};
