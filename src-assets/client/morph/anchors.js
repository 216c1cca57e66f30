// Ids that occur once in each tree, on elements that are alike, tie new elements to old ones. Everything here takes
// time in proportion to the elements with ids and their ancestors.

import { own } from '../language/native.js';
import { alike } from './identity.js';

/**
 * @param {Element} target the old tree
 * @param {DocumentFragment} content the new one
 * @param {boolean} withRoot whether `target` itself can be a twin
 */
export const anchorsOf = (target, content, withRoot) => {
  const anchors = {
    /** @type {Map<Node, Node>} from new element to the old one with the same id */
    twins: new Map(),
    /** @type {Map<Node, Node>} from new node to an old element whose twin is inside it */
    inside: new Map(),
    /** @type {Set<Node>} old twins and all their ancestors */
    precious: new Set(),
  };
  const { twins, inside, precious } = anchors;
  const ids = uniqueIds(target, withRoot ? [target] : []);
  for (const [id, element] of uniqueIds(content, [])) {
    const twin = ids.get(id);
    if (!element || !twin || !alike(twin, element)) continue;
    twins.set(element, twin);
    for (let node = element; (node = own(node).parentNode) && !inside.has(node); ) inside.set(node, twin);
    for (let node = twin; node && !precious.has(node); node = own(node).parentNode) precious.add(node);
  }
  return anchors;
};

/**
 * @param {Node} root
 * @param {Node[]} more
 * @returns {Map<string, any>} in document order; null for an id that occurs twice
 */
const uniqueIds = (root, more) => {
  const ids = new Map();
  for (const element of [...more, ...own(root).querySelectorAll('[id]')]) {
    const { id } = own(element);
    ids.set(id, ids.has(id) ? null : element);
  }
  return ids;
};
