// What a person did in a page stays while the page is loaded again: signals, fields, what is open, and the focus. Where it
// was scrolled to is kept anyway.

import { stored } from './client.js';
import { changedFields, focused, restoreFields, restoreFocus, secrets } from './fields.js';

const KEPT = 'kept';

/** @param {import('./client.js').Client} client @throws {DOMException} if the browser cannot keep it */
export const keep = (client) => {
  // What was kept before is not back yet, so there is nothing else.
  if (client.waits) return;
  const hidden = secrets();
  const signals = JSON.stringify(client.root, (_, value) => (isData(value) && !hidden.has(value) ? value : undefined));
  const kept = { signals: JSON.parse(signals), fields: changedFields(), focus: focused() };
  sessionStorage.setItem(client.memory(KEPT), JSON.stringify(kept));
};

/**
 * Elements, say, can be signals too.
 *
 * @param {any} value
 */
const isData = (value) =>
  Object(value) !== value || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** @param {import('./client.js').Client} client @returns {any} null if there is nothing */
export const kept = (client) => JSON.parse(stored(client.memory(KEPT)) ?? 'null');

/**
 * Puts into the page what was kept, once.
 *
 * @param {any} what
 * @param {import('./client.js').Client} client
 */
export const giveBack = ({ signals, fields, focus }, client) => {
  sessionStorage.removeItem(client.memory(KEPT));
  client.mergePatch(signals);
  restoreFields(fields);
  restoreFocus(focus);
};
