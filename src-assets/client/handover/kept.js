// A person's work survives a reload of the page: signals, fields, what is open, and the focus. The browser keeps the
// scroll position itself.

import { stored } from './client.js';
import { changedFields, focused, restoreFields, restoreFocus, secrets } from './fields.js';

const KEPT = 'kept';

/** @param {import('./client.js').Client} client @throws {DOMException} if the browser cannot store it */
export const keep = (client) => {
  // What was kept earlier is not restored yet, so there is nothing else.
  if (client.waits) return;
  const hidden = secrets();
  const signals = JSON.stringify(client.root, (_, value) => (isData(value) && !hidden.has(value) ? value : undefined));
  const kept = { signals: JSON.parse(signals), fields: changedFields(), focus: focused() };
  sessionStorage.setItem(client.memory(KEPT), JSON.stringify(kept));
};

/**
 * Signals can also be elements, for example.
 *
 * @param {any} value
 */
const isData = (value) =>
  Object(value) !== value || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

/** @param {import('./client.js').Client} client @returns {any} null if nothing is kept */
export const kept = (client) => JSON.parse(stored(client.memory(KEPT)) ?? 'null');

/**
 * Restores in the page what was kept, once.
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
