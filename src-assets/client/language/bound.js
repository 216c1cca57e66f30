// An expression on its element.

import { root } from '../signals/tree.js';
import { act } from './actions.js';
import { fault } from './errors.js';
import { codeOf, compile } from './expressions.js';

/**
 * Compiles an attribute's value to a function.
 *
 * @param {import('./engine.js').Context} context
 * @param {import('./engine.js').Plugin} plugin
 * @returns {(evt?: Event, ...more: unknown[]) => any}
 */
export const expression = (context, { returns = false, args = [] }) => {
  const { el, name, value } = context;
  /** @param {() => any} task */
  const explained = (task) => {
    try {
      return task();
    } catch (error) {
      throw fault('This expression failed: ' + error, el, name + '="' + codeOf(value) + '"', error);
    }
  };
  const run = explained(() => compile(value, returns, args));
  /** @param {string} action @param {Event | undefined} evt @param {unknown[]} given */
  const call = (action, evt, ...given) => act(action, { ...context, evt }, given);
  return (evt, ...more) => explained(() => run.call(el, el, root, call, evt, ...more));
};
