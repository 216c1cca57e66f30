// An expression at work on its element.

import { root } from '../signals/tree.js';
import { fault, message } from './errors.js';
import { codeOf, compile, refusal } from './expressions.js';

/** @typedef {(name: string, evt: Event | undefined, ...args: unknown[]) => unknown} Act */

/**
 * Binds an expression to its element.
 *
 * @param {string} text
 * @param {{el: Element, attribute: string, act: Act, returns: boolean, args: string[]}} context
 * @returns {(evt?: Event, ...more: unknown[]) => any}
 */
export const expression = (text, { el, attribute, act, returns, args }) => {
  let made;
  try {
    made = compile(text, returns, args);
  } catch (error) {
    throw fault(refusal(error), el, attribute + '="' + text + '"', error);
  }
  const run = made;
  return (evt, ...more) => {
    try {
      return run.call(el, el, root, act, evt, ...more);
    } catch (error) {
      throw fault('This expression failed: ' + message(error), el, attribute + '="' + codeOf(text) + '"', error);
    }
  };
};
