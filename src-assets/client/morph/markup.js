// What the server's markup says of attributes that somebody else has changed since: a person who opened a dialog or dragged
// a corner, a script, an extension, or an attribute of the client. The server's word counts again when it is another one.

import { own } from '../language/native.js';

/** @type {Map<Node, Map<string, string | null>>} by element and name, null for none */
export const said = new Map();

/** @param {Node} el @param {string} name @param {string | null} value */
export const remember = (el, name, value) => {
  const all = said.get(el) ?? new Map();
  said.set(el, all);
  if (!all.has(name)) all.set(name, value);
};

/** @param {MutationRecord[]} records of what was not the server's doing */
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

/** The elements that are not just as the server made them, and all nodes above them. */
export const strayed = () => {
  /** @type {Set<Node>} */
  const all = new Set();
  for (let [node] of said) for (; node && !all.has(node); node = own(node).parentNode) all.add(node);
  return all;
};
