// Changing and selecting many signals at once.

import { batch, peek } from './cell.js';
import { isBranch, isTree, root, setIn } from './tree.js';

/** @typedef {{include?: RegExp | string, exclude?: RegExp | string}} Filter */

/**
 * Merges `patch` into the signals: null and undefined remove, objects merge, everything else replaces.
 *
 * @param {Record<string, any>} patch
 * @param {boolean=} onlyMissing leaves existing signals alone
 */
export const mergePatch = (patch, onlyMissing = false) => batch(() => merge(root, patch, onlyMissing));

/** @param {any} target @param {Record<string, any>} patch @param {boolean} onlyMissing */
const merge = (target, patch, onlyMissing) => {
  for (const key of Object.keys(patch)) {
    const exists = Object.hasOwn(target, key);
    if (exists && isBranch(patch[key]) && isTree(target[key])) merge(target[key], patch[key], onlyMissing);
    else if (!exists || !onlyMissing) target[key] = patch[key];
  }
};

/** @param {string} path */
export const readPath = (path) => path.split('.').reduce((node, key) => node?.[key], root);

/**
 * Sets one signal, and creates the objects on the way.
 *
 * @param {string} path
 * @param {unknown} value a derived cell creates a computed signal
 */
export const writePath = (path, value) => batch(() => setIn(root, path, value));

/**
 * The value at `path`, without creating a signal there; undefined if there is none.
 *
 * @param {string} path
 */
export const peekPath = (path) =>
  peek(() => path.split('.').reduce((node, key) => (Object.hasOwn(Object(node), key) ? node[key] : undefined), root));

/**
 * @param {Filter=} filter
 * @returns {(path: string) => boolean}
 */
export const matcher =
  ({ include = /.*/, exclude } = {}) =>
  (path) =>
    path.search(include) >= 0 && !(exclude && path.search(exclude) >= 0);

/**
 * The signals whose paths match.
 *
 * @param {(path: string) => boolean} matches
 * @param {any=} node
 * @param {string=} prefix
 */
export const pick = (matches, node = root, prefix = '') => {
  /** @type {Record<string, any>} */
  const picked = {};
  for (const key of Object.keys(node)) {
    const value = node[key];
    const path = prefix + key;
    if (!isBranch(value)) {
      if (matches(path)) picked[key] = value;
    } else {
      const inner = pick(matches, value, path + '.');
      if (Object.keys(inner).length) picked[key] = inner;
    }
  }
  return picked;
};
