// Stands in for expressions.js in an application whose compiler made functions of all expressions: an attribute has the
// key of one, with the values that stand in it, as in #5f0c1d2e3a["a",1]. Nothing is evaluated here.

import { message } from './errors.js';

/** @type {Record<string, Function>} */
let functions = {};

const REFERENCE = /^#([0-9a-f]{10})(\[.*\])?$/s;

/** @param {Record<string, Function>} all by their keys */
export const define = (all) => {
  functions = all;
};

/**
 * @param {string} text
 * @returns {Function} of el, $, __action, evt and what else its attribute passes
 */
export const compile = (text) => {
  const [, key, values = '[]'] = REFERENCE.exec(text) ?? [];
  const run = functions[key];
  if (!run) {
    throw new Error(
      key
        ? 'This page does not know the expression: the application was built again since it was loaded. Reload it.'
        : 'This is no expression of a template, and the application runs no others. Move it to a template, or set' +
            ' @App(unsafeEval = true).',
    );
  }
  const data = JSON.parse(values);
  /** @this {unknown} @param {unknown[]} args */
  return function (...args) {
    return run.call(this, data, ...args);
  };
};

/** @param {unknown} error */
export const refusal = message;

/** @param {string} text */
export const codeOf = (text) => text + ', which is ' + functions[text.slice(1, 11)];

/** @param {string} text */
export const literal = (text) => JSON.parse(text);
