// Actions on signals: @peek, @setAll, @toggleAll.

import { batch, peek } from '../signals/cell.js';
import { isTree, root } from '../signals/tree.js';
import { matcher } from '../signals/patch.js';
import { action } from '../language/actions.js';

/**
 * Replaces every value below the matching paths.
 *
 * @param {import('../signals/patch.js').Filter | undefined} filter
 * @param {(value: unknown) => unknown} change
 */
const changeAll = (filter, change) => {
  const matches = matcher(filter);
  /** @param {any} node @param {string} prefix */
  const visit = (node, prefix) => {
    for (const key of Object.keys(node)) {
      if (isTree(node[key])) visit(node[key], prefix + key + '.');
      else if (matches(prefix + key)) node[key] = change(node[key]);
    }
  };
  batch(() => visit(root, ''));
};

action('peek', (_, read) => peek(read));
action('setAll', (_, value, filter) => changeAll(filter, () => value));
action('toggleAll', (_, filter) => changeAll(filter, (value) => !value));
