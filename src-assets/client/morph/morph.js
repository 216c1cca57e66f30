// Morphing makes the document look like new markup while its nodes, and with them focus, typed text, scroll positions
// and running media, stay. Elements are matched by id, then by the ids inside them, then by content.

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
 * @param {Element} target becomes like `content`
 * @param {DocumentFragment} content is consumed
 */
export const morphOuter = (target, content) => {
  const { parentNode, nextSibling } = own(target);
  if (parentNode) morph(target, content, parentNode, target, nextSibling);
};

/**
 * @param {Element} target its children become like `content`
 * @param {DocumentFragment} content is consumed
 */
export const morphInner = (target, content) => morph(target, content, target, own(target).firstChild, null);

/** @param {any} node @param {Node | null} end @returns {Node[]} the node and its following siblings, up to `end` */
const row = (node, end) => {
  const all = [];
  for (; node !== end; node = own(node).nextSibling) all.push(node);
  return all;
};

/** @param {any} el @returns {string} the controls in it that a person may be using, and where they are */
const stateOf = (el) => {
  const [parts, text] = holdings(el);
  return parts.length ? parts + withoutNumbers(text) : '';
};

/**
 * @param {Element} target
 * @param {DocumentFragment} content
 * @param {any} parent the parent of what changes: the target's, or the target itself
 * @param {Node | null} first the first node to change
 * @param {Node | null} end the sibling to stop before
 */
const morph = (target, content, parent, first, end) => {
  if (own(parent).closest?.('[' + IGNORE + ']')) return;
  const outer = parent !== target;
  // isEqualNode does not look into templates.
  const hasTemplates = !!content.querySelector('template');
  /** @type {boolean | undefined} */
  let holdsState;
  const touched = strayed();
  /** @type {Set<any>} old nodes in the way of others: removed at the end, unless needed before */
  const doomed = new Set();
  /** @type {Set<Element>} form controls with a new value */
  const changed = new Set();
  /** @type {ReturnType<typeof anchorsOf> | undefined} created when first needed, before the first node moves */
  let anchors;

  /** @param {any} old @param {any} fresh */
  const same = (old, fresh) =>
    !touched.has(old) &&
    own(old).isEqualNode(fresh) &&
    !(hasTemplates && fresh instanceof Element && (fresh instanceof HTMLTemplateElement || own(fresh).querySelector('template')));

  /**
   * Most of a patch is already there: equal nodes at both ends are left alone.
   *
   * @param {any} parent
   * @param {any} content contains what the children become
   * @param {any} old the first child to change
   * @param {any} end the child to stop before
   */
  const children = (parent, content, old, end) => {
    let fresh = own(content).firstChild;
    /** @type {any} */
    let freshEnd = null;
    while (old !== end && fresh && same(old, fresh)) {
      old = own(old).nextSibling;
      fresh = own(fresh).nextSibling;
    }
    while (old !== end && fresh !== freshEnd) {
      const last = end ? own(end).previousSibling : own(parent).lastChild;
      const freshLast = freshEnd ? own(freshEnd).previousSibling : own(content).lastChild;
      // The last pair has just been compared.
      if ((last === old && freshLast === fresh) || !same(last, freshLast)) break;
      end = last;
      freshEnd = freshLast;
    }
    const olds = row(old, end);
    const news = row(fresh, freshEnd);
    /** @type {Set<Node>} */
    const equal = new Set();
    // Usually nothing was added, removed or moved. The first two are known to differ.
    const isInStep =
      olds.length === news.length &&
      olds.every((old, i) => {
        if (i && same(old, news[i])) return equal.add(old);
        return alike(old, news[i]) && (olds.length < 2 || isInPlace(old, news[i]));
      });
    if (isInStep) olds.forEach((old, i) => equal.has(old) || become(old, news[i]));
    else arrange(parent, olds, news, old ? own(old).previousSibling : own(parent).lastChild);
  };

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
        if (!same(old, fresh)) become(old, fresh);
        before = old;
      } else {
        const twin = inside.get(fresh);
        const isMade = twin && !hasOtherKey(fresh, twin);
        before = own(parent).insertBefore(isMade ? own(fresh).cloneNode(false) : fresh, next);
        if (isMade) children(before, fresh, null, null);
      }
    }
  };

  /** @param {any} old @param {any} fresh differs from it */
  const become = (old, fresh) => {
    if (!(old instanceof Element)) return morphText(old, fresh.data);
    if (own(old).hasAttribute(IGNORE) && own(fresh).hasAttribute(IGNORE)) return;
    if (morphAttributes(old, fresh)) changed.add(old);
    if (old instanceof HTMLTemplateElement) old.innerHTML = fresh.innerHTML;
    else if (!(old instanceof HTMLTextAreaElement || keepsEdits(old, fresh))) {
      inChoice(old, () => children(old, fresh, own(old).firstChild, null));
    }
  };

  /** @param {any} el @param {() => void} change changes its content, which may be options */
  const inChoice = (el, change) => {
    if (!(el instanceof HTMLSelectElement)) change();
    else if (keepChoice(el, change)) changed.add(el);
  };

  keepFocus(() => {
    inChoice(own(parent).closest?.('select'), () => children(parent, content, first, end));
    for (const node of doomed) own(node).remove();
  });
  ownChanges();
  releaseIn(parent);
  changed.forEach(tellChange);
};
