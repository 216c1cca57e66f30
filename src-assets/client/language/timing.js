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
  let timedRun = mods.has('viewtransition') ? inTransition(run) : run;
  const delay = mods.get('delay');
  if (delay) timedRun = delayed(timedRun, millis(delay, 0));
  const debounce = mods.get('debounce');
  if (debounce) timedRun = debounced(timedRun, debounce);
  const throttle = mods.get('throttle');
  return throttle ? throttled(timedRun, throttle) : timedRun;
};

/** @param {Listener} run @returns {Listener} */
const inTransition = (run) => (evt) => void transition(() => run(evt))?.catch(reportError);

/** @param {Listener} run @param {number} wait @returns {Listener} */
const delayed = (run, wait) => (evt) => void setTimeout(() => run(evt), wait);

/** @param {Listener} run @param {string[]} tags @returns {Listener} */
const debounced = (run, tags) => {
  let timer = 0;
  return (evt) => {
    if (!timer && tags.includes('leading')) run(evt);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = 0;
        if (!tags.includes('notrailing')) run(evt);
      },
      millis(tags, 0),
    );
  };
};

/** @param {Listener} run @param {string[]} tags @returns {Listener} */
const throttled = (run, tags) => {
  let waiting = false;
  /** @type {Event | undefined} */
  let latest;
  return (evt) => {
    latest = evt;
    if (waiting) return;
    waiting = true;
    if (!tags.includes('noleading')) run(evt);
    setTimeout(
      () => {
        waiting = false;
        if (tags.includes('trailing')) run(latest);
      },
      millis(tags, 0),
    );
  };
};
