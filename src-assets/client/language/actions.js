// The functions that expressions call as `@name(...)`.

import { known } from './errors.js';

/** @typedef {{el: Element, evt?: Event, cleanups: Set<void | (() => void)>}} Caller */

/** @type {Record<string, (caller: Caller, ...args: any[]) => unknown>} */
const actions = {};

/**
 * @param {string} name
 * @param {(caller: Caller, ...args: any[]) => unknown} run
 */
export const action = (name, run) => {
  actions[name] = run;
};

/** @param {string} name @param {Caller} caller @param {unknown[]} args */
export const act = (name, caller, args) => known('action @', name, actions)(caller, ...args);
