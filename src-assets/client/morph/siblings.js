// A run of siblings that becomes another. A cursor moves over the old ones; what stands before it is done.

import { alike } from './anchors.js';
import { place } from './place.js';

// How far to look ahead for an element of the same kind before a new one is made.
const SIGHT = 12;

export class Siblings {
  /**
   * @param {import('./morph.js').Morph} morph
   * @param {Node} parent
   * @param {Node | null} first
   * @param {Node | null} end the sibling to stop before
   */
  constructor(morph, parent, first, end) {
    this.morph = morph;
    this.anchors = morph.anchors;
    this.parent = parent;
    this.at = first;
    this.end = end;
    // Old elements too many: more than none means that some were deleted, less that some are new.
    this.surplus = 0;
  }

  /** @param {Node | null} fresh @param {Node | null} freshEnd */
  become(fresh, freshEnd) {
    this.surplus = elements(this.at, this.end) - elements(fresh, freshEnd);
    while (fresh !== freshEnd && fresh) {
      // Taken now: `fresh` itself may move into the document.
      const next = fresh.nextSibling;
      const placed = fresh.nodeType === 1 ? this.element(/** @type {Element} */ (fresh)) : this.text(fresh);
      this.at = placed.nextSibling;
      fresh = next;
    }
    this.clearTo(this.end);
  }

  /** @param {Node} fresh text or a comment */
  text(fresh) {
    const { at } = this;
    if (at === this.end || at?.nodeType !== fresh.nodeType) return this.parent.insertBefore(fresh, at);
    this.morph.pair(at, fresh);
    return at;
  }

  /** @param {Element} fresh */
  element(fresh) {
    this.skipUseless(fresh);
    const old = this.tied(fresh) ?? this.sameKind(fresh);
    return old ? this.reuse(old, fresh) : this.make(fresh);
  }

  /**
   * Drops what no element to come can use: text, and elements with ids that are no more.
   *
   * @param {Element} fresh
   */
  skipUseless(fresh) {
    for (;;) {
      const at = /** @type {any} */ (this.at);
      if (at === this.end) return;
      if (at.nodeType === 1 && (!at.id || at.id === fresh.id || this.anchors.precious.has(at))) return;
      this.at = at.nextSibling;
      this.drop(at);
    }
  }

  /**
   * @param {Element} fresh
   * @returns {Node | undefined} the old element of that id, or a child here that holds one which `fresh` holds too
   */
  tied(fresh) {
    const twin = this.anchors.twins.get(fresh);
    if (twin) return twin;
    /** @type {Node | null | undefined} */
    let node = this.anchors.inside.get(fresh);
    while (node && node.parentNode !== this.parent) node = node.parentNode;
    return node && !this.morph.used.has(node) && alike(node, fresh) ? node : undefined;
  }

  /**
   * @param {Element} fresh
   * @returns {Node | undefined}
   */
  sameKind(fresh) {
    let node = this.at;
    for (let i = 0; i < SIGHT && node && node !== this.end; i++, node = node.nextSibling) {
      if (alike(node, fresh) && !this.anchors.precious.has(node)) {
        return node === this.at || this.surplus >= 0 ? node : undefined;
      }
    }
    return undefined;
  }

  /** @param {Node} old @param {Element} fresh */
  reuse(old, fresh) {
    const { morph, parent } = this;
    if (morph.doomed.delete(old) || old.parentNode !== parent) this.surplus++;
    morph.used.add(old);
    if (this.isNext(old)) this.clearTo(old);
    else if (old !== this.at) place(parent, old, this.at);
    if (!morph.same(old, fresh)) morph.pair(old, fresh);
    return old;
  }

  /**
   * Whether `old` comes to the cursor most cheaply by giving up what stands between.
   *
   * @param {Node} old
   */
  isNext(old) {
    let node = this.at;
    let between = 0;
    for (; node && node !== this.end && node !== old && between <= SIGHT; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      between++;
      // One that is wanted later is passed over, but for several it's less work to move `old`.
      if (this.anchors.precious.has(node) ? between > 1 : between > this.surplus) return false;
    }
    return node === old;
  }

  /**
   * @param {Element} fresh has nothing that could become it
   * @returns {Node}
   */
  make(fresh) {
    this.surplus++;
    if (!this.anchors.inside.has(fresh)) return this.parent.insertBefore(fresh, this.at);
    const made = this.parent.insertBefore(fresh.cloneNode(false), this.at);
    this.morph.used.add(made);
    this.morph.children(made, fresh, null, null);
    return made;
  }

  /** @param {Node | null} stop */
  clearTo(stop) {
    while (this.at && this.at !== stop) {
      const node = this.at;
      this.at = node.nextSibling;
      this.drop(node);
    }
  }

  /** @param {Node} node */
  drop(node) {
    if (node.nodeType === 1) this.surplus--;
    if (this.anchors.precious.has(node)) this.morph.doomed.add(node);
    else this.parent.removeChild(node);
  }
}

/** @param {Node | null} node @param {Node | null} end */
const elements = (node, end) => {
  let count = 0;
  for (; node && node !== end; node = node.nextSibling) if (node.nodeType === 1) count++;
  return count;
};
