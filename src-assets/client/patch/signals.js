// datastar-patch-signals: merges JSON into the signals.

import { mergePatch } from '../signals/patch.js';
import { fault } from '../language/errors.js';
import { literal } from '../language/expressions.js';
import { on } from '../fetch/lifecycle.js';
import { inOrder } from './order.js';

on('datastar-patch-signals', ({ signals, onlyIfMissing }) =>
  inOrder(() => mergePatch(parse(signals), onlyIfMissing === 'true')),
);

/** @param {string | undefined} text */
const parse = (text) => {
  if (!text) throw fault('datastar-patch-signals came without signals. Send a line: data: signals {"name": "value"}');
  try {
    return JSON.parse(text);
  } catch {
    return object(text);
  }
};

/** @param {string} text which servers that are no friends of JSON write as a JavaScript object */
const object = (text) => {
  try {
    return literal(text);
  } catch (error) {
    throw fault('datastar-patch-signals must bring JSON: data: signals {"name": "value"}', undefined, text, error);
  }
};
