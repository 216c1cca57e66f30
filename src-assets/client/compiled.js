// Starts the client in a module with an application's expressions.

import { define } from './language/compiled.js';
import { begin } from './start.js';

/** @param {Record<string, Function>} functions the expressions, by their keys */
export const start = (functions) => {
  define(functions);
  begin();
};
