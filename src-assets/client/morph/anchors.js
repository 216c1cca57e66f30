// Ids that stand in both trees, once in each and on the same tag, tie new elements to old ones. Everything here takes
// time in proportion to the elements with ids and what lies above them.

export class Anchors {
  /**
   * @param {Element} old
   * @param {DocumentFragment} fresh
   * @param {boolean} withRoot whether `old` itself may be a twin
   */
  constructor(old, fresh, withRoot) {
    /** @type {Map<Node, Element>} new element to the old one of the same id */
    this.twins = new Map();
    /** @type {Map<Node, Element>} new node to an old element whose twin lies inside of it */
    this.inside = new Map();
    /** @type {Set<Node>} old twins and all nodes above them */
    this.precious = new Set();
    const ids = uniqueIds(old);
    if (withRoot && old.id) ids.set(old.id, ids.has(old.id) ? null : old);
    this.tie(ids, uniqueIds(fresh));
  }

  /** @param {Map<string, Element | null>} old @param {Map<string, Element | null>} fresh */
  tie(old, fresh) {
    for (const [id, element] of fresh) {
      const twin = old.get(id);
      if (!element || !twin || twin.nodeName !== element.nodeName) continue;
      this.twins.set(element, twin);
      for (let node = element.parentNode; node && !this.inside.has(node); node = node.parentNode) {
        this.inside.set(node, twin);
      }
      for (let /** @type {Node | null} */ node = twin; node && !this.precious.has(node); node = node.parentNode) {
        this.precious.add(node);
      }
    }
  }
}

/**
 * @param {ParentNode} root
 * @returns {Map<string, Element | null>} in document order, null for an id that stands there twice
 */
const uniqueIds = (root) => {
  const ids = new Map();
  for (const element of root.querySelectorAll('[id]')) ids.set(element.id, ids.has(element.id) ? null : element);
  return ids;
};

/**
 * The id that tells what an element is: its own, or the first inside of it.
 *
 * @param {any} node
 * @returns {string | undefined}
 */
export const idOf = (node) => node.id || node.querySelector?.('[id]')?.id;

/**
 * Whether `old` may become `fresh`: it is of the same kind, and has no id that is another's.
 *
 * @param {any} old
 * @param {any} fresh
 */
export const alike = (old, fresh) => old.nodeName === fresh.nodeName && (!old.id || old.id === fresh.id);
