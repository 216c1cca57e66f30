// What expressions can call as `@name(...)`.

/** @typedef {{el: Element, evt?: Event, cleanups: Set<() => void>}} Caller */

/** @type {Map<string, (caller: Caller, ...args: any[]) => unknown>} */
const actions = new Map();

/**
 * @param {string} name
 * @param {(caller: Caller, ...args: any[]) => unknown} run
 */
export const action = (name, run) => void actions.set(name, run);

/** @param {string} name @param {Caller} caller @param {unknown[]} args */
export const act = (name, caller, args) => {
  const run = actions.get(name);
  if (!run) throw new Error('There is no action @' + name + '. There are: @' + [...actions.keys()].join(', @') + '.');
  return run(caller, ...args);
};
