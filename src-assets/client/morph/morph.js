// Morphing: makes the document look like new markup while its nodes, and with them focus, typed text, scroll positions
// and running media, stay. Elements are matched by their id, then by the ids inside of them, then by tag.

import { Anchors, alike, idOf } from './anchors.js';
import { morphAttributes, morphTextarea } from './attributes.js';
import { keepFocus } from './place.js';
import { Siblings } from './siblings.js';

const IGNORE = 'data-ignore-morph';

/**
 * @param {Element} target is made to look like `content`
 * @param {DocumentFragment} content is used up
 */
export const morphOuter = (target, content) => {
  const parent = target.parentNode;
  if (!parent || target.parentElement?.closest('[' + IGNORE + ']')) return;
  new Morph(target, content, true).start(parent, target, target.nextSibling);
};

/**
 * @param {Element} target whose children are made to look like `content`
 * @param {DocumentFragment} content is used up
 */
export const morphInner = (target, content) => {
  if (target.closest('[' + IGNORE + ']')) return;
  new Morph(target, content, false).start(target, target.firstChild, null);
};

/** One patch of one target. */
export class Morph {
  /** @param {Element} target @param {DocumentFragment} content @param {boolean} outer whether the target changes too */
  constructor(target, content, outer) {
    this.target = target;
    this.outer = outer;
    this.content = content;
    // Equality does not look into templates.
    this.hasTemplates = !!content.querySelector('template');
    /** @type {Set<Node>} old nodes in the way of others: they go at the end, unless they are wanted before */
    this.doomed = new Set();
    /** @type {Set<Node>} nodes that have found their new ones */
    this.used = new Set();
    /** @type {Element[]} form controls with a new value */
    this.changed = [];
    /** @type {Anchors | undefined} */
    this.tied = undefined;
  }

  /** Made when first needed, which is before the first node moves. */
  get anchors() {
    return (this.tied ??= new Anchors(this.target, this.content, this.outer));
  }

  /** @param {Node} parent @param {Node | null} first @param {Node | null} end */
  start(parent, first, end) {
    keepFocus(() => {
      this.children(parent, this.content, first, end);
      for (const node of this.doomed) /** @type {ChildNode} */ (node).remove();
    });
    for (const el of this.changed) el.dispatchEvent(new CustomEvent('datastar-prop-change', { bubbles: true }));
  }

  /**
   * Most of a patch is what stands there already: whatever is equal at both ends is left alone, unseen.
   *
   * @param {Node} parent
   * @param {Node} fresh
   * @param {Node | null} old the first child to look at
   * @param {Node | null} oldEnd the child to stop before
   */
  children(parent, fresh, old, oldEnd) {
    let node = fresh.firstChild;
    while (old !== oldEnd && node && this.same(old, node)) {
      old = /** @type {Node} */ (old).nextSibling;
      node = node.nextSibling;
    }
    /** @type {Node | null} */
    let nodeEnd = null;
    while (old !== oldEnd && node !== nodeEnd) {
      const oldLast = oldEnd ? oldEnd.previousSibling : parent.lastChild;
      /** @type {Node | null} */
      const last = nodeEnd ? nodeEnd.previousSibling : fresh.lastChild;
      if (!this.same(oldLast, last)) break;
      oldEnd = oldLast;
      nodeEnd = last;
    }
    const pairs = inStep(old, oldEnd, node, nodeEnd);
    if (pairs) for (const [one, other] of pairs) this.same(one, other) || this.pair(one, other);
    else new Siblings(this, parent, old, oldEnd).become(node, nodeEnd);
  }

  /** @param {any} old @param {any} fresh */
  same(old, fresh) {
    if (!old.isEqualNode(fresh)) return false;
    return (
      !this.hasTemplates || fresh.nodeType !== 1 || !(fresh.localName === 'template' || fresh.querySelector('template'))
    );
  }

  /**
   * Makes `old` look like `fresh`, from which it differs.
   *
   * @param {any} old
   * @param {any} fresh
   */
  pair(old, fresh) {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    if (old.hasAttribute(IGNORE) && fresh.hasAttribute(IGNORE)) return;
    let changed = morphAttributes(old, fresh);
    if (old.localName === 'textarea') changed = morphTextarea(old, fresh);
    else if (old.localName === 'template') old.innerHTML = fresh.innerHTML;
    else this.children(old, fresh, old.firstChild, null);
    if (changed) this.changed.push(old);
  }
}

/**
 * Two runs of siblings in which nothing came, went or moved, as pairs: so it is with most that has changed.
 *
 * @param {Node | null} old
 * @param {Node | null} oldEnd
 * @param {Node | null} fresh
 * @param {Node | null} freshEnd
 * @returns {[Node, Node][] | undefined}
 */
const inStep = (old, oldEnd, fresh, freshEnd) => {
  /** @type {[Node, Node][]} */
  const pairs = [];
  while (old && fresh && old !== oldEnd && fresh !== freshEnd) {
    if (!alike(old, fresh)) return undefined;
    pairs.push([old, fresh]);
    old = old.nextSibling;
    fresh = fresh.nextSibling;
  }
  const even = old === oldEnd && fresh === freshEnd;
  return even && (pairs.length < 2 || pairs.every((pair) => idOf(pair[0]) === idOf(pair[1]))) ? pairs : undefined;
};
