// Lets the module of an application's expressions start the client.

import { define } from './language/compiled.js';
import { begin } from './start.js';

/** @param {Record<string, Function>} functions the expressions, by their keys */
export const start = (functions) => {
  define(functions);
  begin();
};
