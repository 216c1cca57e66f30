// datastar-patch-signals: merges JSON into the signals.

import { mergePatch } from '../signals/patch.js';
import { fault } from '../language/errors.js';
import { literal } from '../language/expressions.js';
import { on } from '../fetch/lifecycle.js';
import { spoken } from '../morph/typing.js';
import { inOrder } from './order.js';

on('datastar-patch-signals', ({ signals, onlyIfMissing }, since) =>
  inOrder(() => spoken(since, () => mergePatch(parse(signals), onlyIfMissing === 'true'))),
);

/** @param {string=} text JSON, or a JavaScript object, which some servers send */
const parse = (text = '') => {
  try {
    return JSON.parse(text);
  } catch {
    return object(text);
  }
};

/** @param {string} text */
const object = (text) => {
  try {
    return literal(text);
  } catch (error) {
    throw fault('datastar-patch-signals needs JSON: data: signals {"name": "value"}', undefined, text, error);
  }
};
