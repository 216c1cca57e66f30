// The server's markup for attributes that somebody else has changed since: a person who opened a dialog or dragged a
// corner, a script, an extension, or an attribute of the client. The server's markup counts again when it changes.

import { own } from '../language/native.js';

/** @type {Map<Node, Map<string, string | null>>} by element and name; null for a missing attribute */
export const said = new Map();

/** @param {Node} el @param {string} name @param {string | null} value */
export const remember = (el, name, value) => {
  const all = said.get(el) ?? new Map();
  said.set(el, all);
  if (!all.has(name)) all.set(name, value);
};

/** @param {MutationRecord[]} records of changes that the server did not make */
export const noteChanges = (records) => {
  for (const { target, attributeName, oldValue } of records) {
    if (attributeName && own(target).isConnected) remember(target, attributeName, oldValue);
  }
  return records;
};

/** @param {Node} el @param {string} name @returns {string | null} */
export const markup = (el, name) => {
  const value = said.get(el)?.get(name);
  return value === undefined ? own(el).getAttribute(name) : value;
};

/** The elements that differ from what the server made, and all their ancestors. */
export const strayed = () => {
  /** @type {Set<Node>} */
  const all = new Set();
  for (let [node] of said) for (; node && !all.has(node); node = own(node).parentNode) all.add(node);
  return all;
};
