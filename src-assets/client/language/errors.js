// Errors say what is wrong, where, and what to write instead.

import { own } from './native.js';

/**
 * @param {string} message
 * @param {Element=} el
 * @param {string=} source the attribute or expression that caused it
 * @param {unknown=} cause
 */
export const fault = (message, el, source, cause) => {
  const place = el ? '\n  in ' + own(own(el).cloneNode()).outerHTML : '';
  const code = source ? '\n  at ' + source : '';
  return new Error(message + place + code, { cause });
};

/**
 * Looks up a name; an unknown name is answered with the known ones.
 *
 * @template T
 * @param {string} kind
 * @param {string} name
 * @param {Record<string, T>} all
 * @returns {T}
 */
export const known = (kind, name, all) => {
  if (Object.hasOwn(all, name)) return all[name];
  throw fault('Unknown ' + kind + name + '. Known: ' + Object.keys(all).join(', '));
};
