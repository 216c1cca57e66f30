// An element's identity, apart from what it shows.

import { own } from '../language/native.js';
import { markup } from './markup.js';

const KEY = 'data-key';

// What a person may be in the middle of using.
export const STATEFUL = 'input,select,textarea,details,dialog,video,audio,iframe,[contenteditable]';

/**
 * Whether `fresh` has a key that `twin` and its surroundings lack.
 *
 * @param {Node} fresh
 * @param {Node} twin
 */
export const hasOtherKey = (fresh, twin) => {
  const key = own(fresh).getAttribute(KEY);
  return key !== null && own(own(twin).closest('[' + KEY + ']'))?.getAttribute(KEY) !== key;
};

/**
 * An element's kind: its tag and key, and for a control also the name and value that it sends.
 *
 * @param {any} node
 * @returns {string}
 */
export const kindOf = (node) => {
  const { nodeName } = own(node);
  if (!(node instanceof Element)) return nodeName;
  const key = own(node).getAttribute(KEY);
  const kind = key === null ? nodeName : nodeName + '\n' + key;
  if (!/^(?:INPUT|SELECT|TEXTAREA|BUTTON|OPTION)$/.test(nodeName)) return kind;
  const type = markup(node, 'type');
  const parts = [kind, type, markup(node, 'name')];
  if (/^(?:BUTTON|OPTION)|(?:radio|checkbox)$/.test(nodeName + type)) parts.push(/** @type {any} */ (node).value);
  for (const { name, value } of node.attributes) if (name.startsWith('data-bind')) parts.push(name, value);
  return parts.join('\n');
};

/**
 * Whether `old` may become `fresh`: they are of the same kind, and no id contradicts it.
 *
 * @param {Node} old
 * @param {Node} fresh
 */
export const alike = (old, fresh) => {
  const { id, nodeName } = own(old);
  return nodeName === own(fresh).nodeName && (!id || id === own(fresh).id) && kindOf(old) === kindOf(fresh);
};

/**
 * The id that identifies an element: its own, or the first one inside it.
 *
 * @param {Node} node
 * @returns {string | undefined}
 */
export const idOf = (node) => own(node).id || own(own(node).querySelector?.('[id]'))?.id;

/**
 * What distinguishes an element from its siblings: the controls in it that a person may be using, and the beginning of
 * its text.
 *
 * @param {Element} el
 * @returns {[string[], string]}
 */
export const holdings = (el) => [
  Array.from(own(el).querySelectorAll(STATEFUL), kindOf),
  own(el).textContent.slice(0, 200),
];

/** A text without its numbers, which may count up or down. @param {string} text */
export const withoutNumbers = (text) => text.replace(/\d+/g, '');
