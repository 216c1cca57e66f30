// Morphing: makes the document look like new markup while its nodes, and with them focus, typed text, scroll positions
// and running media, stay. Elements are matched by their id, then by the ids inside of them, then by what they hold.

import { ownChanges } from '../language/engine.js';
import { own } from '../language/native.js';
import { anchorsOf } from './anchors.js';
import { morphAttributes } from './attributes.js';
import { keepChoice } from './choice.js';
import { STATEFUL, alike, hasOtherKey, holdings, idOf, withoutNumbers } from './identity.js';
import { strayed } from './markup.js';
import { keepFocus, place } from './place.js';
import { match, unmoved } from './siblings.js';
import { morphText } from './text.js';
import { keepsEdits, releaseIn, tellChange } from './typing.js';

const IGNORE = 'data-ignore-morph';

/**
 * @param {Element} target is made to look like `content`
 * @param {DocumentFragment} content is used up
 */
export const morphOuter = (target, content) => {
  const { parentNode, previousSibling } = own(target);
  if (parentNode) morph(target, content, parentNode, [target], previousSibling);
};

/**
 * @param {Element} target whose children are made to look like `content`
 * @param {DocumentFragment} content is used up
 */
export const morphInner = (target, content) => morph(target, content, target, childrenOf(target), null);

/** @param {any} node @returns {Node[]} */
const childrenOf = (node) => [...own(node).childNodes];

/** @param {any} el @returns {string} what it holds that a person may be in the middle of, and where */
const stateOf = (el) => {
  const [parts, text] = holdings(el);
  return parts.length ? parts + withoutNumbers(text) : '';
};

/**
 * @param {Element} target
 * @param {DocumentFragment} content
 * @param {any} parent of what changes: that of the target, or the target itself
 * @param {Node[]} olds what changes
 * @param {any} before the node before that
 */
const morph = (target, content, parent, olds, before) => {
  if (own(parent).closest?.('[' + IGNORE + ']')) return;
  const outer = parent !== target;
  // Equality does not look into templates.
  const hasTemplates = !!content.querySelector('template');
  /** @type {boolean | undefined} */
  let holdsState;
  const touched = strayed();
  /** @type {Set<any>} old nodes in the way of others: they go at the end, unless they are wanted before */
  const doomed = new Set();
  /** @type {Set<Element>} form controls with a new value */
  const changed = new Set();
  /** @type {ReturnType<typeof anchorsOf> | undefined} made when first needed, which is before the first node moves */
  let anchors;

  /** @param {any} old @param {any} fresh */
  const same = (old, fresh) =>
    !touched.has(old) &&
    own(old).isEqualNode(fresh) &&
    !(hasTemplates && fresh instanceof Element && (fresh instanceof HTMLTemplateElement || own(fresh).querySelector('template')));

  /**
   * Most of a patch is what stands there already: whatever is equal at both ends is left alone, unseen.
   *
   * @param {any} parent
   * @param {Node[]} olds some of its children, in a row
   * @param {Node[]} news
   * @param {Node | null} before the child before them
   */
  const children = (parent, olds, news, before) => {
    let start = 0;
    let end = olds.length;
    const surplus = end - news.length;
    while (start < end && start < end - surplus && same(olds[start], news[start])) before = olds[start++];
    while (start < end && start < end - surplus && same(olds[end - 1], news[end - 1 - surplus])) end--;
    news = news.slice(start, end - surplus);
    olds = olds.slice(start, end);
    if (areInStep(olds, news)) olds.forEach((old, i) => become(old, news[i]));
    else arrange(parent, olds, news, before);
  };

  /**
   * Whether nothing came, went or moved: so it is with most that has changed.
   *
   * @param {Node[]} olds
   * @param {Node[]} news
   */
  const areInStep = (olds, news) =>
    olds.length === news.length &&
    olds.every((old, i) => same(old, news[i]) || (alike(old, news[i]) && (olds.length < 2 || isInPlace(old, news[i]))));

  /** @param {Node} old @param {Node} fresh */
  const isInPlace = (old, fresh) => {
    const id = idOf(old);
    if (id !== idOf(fresh)) return false;
    if (id || !(old instanceof Element)) return true;
    holdsState ??= !!own(target).querySelector(STATEFUL);
    return !holdsState || stateOf(old) === stateOf(fresh);
  };

  /** @param {any} parent @param {Node[]} olds @param {Node[]} news @param {any} before */
  const arrange = (parent, olds, news, before) => {
    anchors ??= anchorsOf(target, content, outer);
    const { inside, precious } = anchors;
    const pairs = match(olds, news, anchors);
    const wanted = new Set(pairs.values());
    for (const old of olds) {
      if (precious.has(old)) doomed.add(old);
      else if (!wanted.has(old)) own(parent).removeChild(old);
    }
    const stay = unmoved(olds, news.map((fresh) => pairs.get(fresh)));
    for (const fresh of news) {
      const old = pairs.get(fresh);
      const next = before ? own(before).nextSibling : own(parent).firstChild;
      if (old) {
        doomed.delete(old);
        if (!stay.has(old)) place(parent, old, next);
        become(old, fresh);
        before = old;
      } else {
        const twin = inside.get(fresh);
        const parts = twin && !hasOtherKey(fresh, twin) && childrenOf(fresh);
        before = own(parent).insertBefore(parts ? own(fresh).cloneNode(false) : fresh, next);
        if (parts) children(before, [], parts, null);
      }
    }
  };

  /** @param {any} old @param {any} fresh */
  const become = (old, fresh) => {
    if (same(old, fresh)) return;
    if (!(old instanceof Element)) return morphText(old, fresh.data);
    if (own(old).hasAttribute(IGNORE) && own(fresh).hasAttribute(IGNORE)) return;
    if (morphAttributes(old, fresh)) changed.add(old);
    if (old instanceof HTMLTemplateElement) old.innerHTML = fresh.innerHTML;
    else if (!(old instanceof HTMLTextAreaElement || keepsEdits(old, fresh))) {
      inChoice(old, () => children(old, childrenOf(old), childrenOf(fresh), null));
    }
  };

  /** @param {any} el @param {() => void} change of what it holds, which may be options */
  const inChoice = (el, change) => {
    if (!(el instanceof HTMLSelectElement)) change();
    else if (keepChoice(el, change)) changed.add(el);
  };

  keepFocus(() => {
    inChoice(own(parent).closest?.('select'), () => children(parent, olds, childrenOf(content), before));
    for (const node of doomed) own(node).remove();
  });
  ownChanges();
  releaseIn(parent);
  changed.forEach(tellChange);
};
