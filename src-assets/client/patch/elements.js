// datastar-patch-elements: puts HTML into the document, in one of eight modes.

import { own, page } from '../language/native.js';
import { settle } from '../language/engine.js';
import { fault, known } from '../language/errors.js';
import { transition } from '../language/transition.js';
import { on } from '../fetch/lifecycle.js';
import { fragmentOf } from './fragment.js';
import { morphInner, morphOuter } from '../morph/morph.js';
import { spoken } from '../morph/typing.js';
import { inOrder } from './order.js';

/** @typedef {(target: Element, content: DocumentFragment) => void} Mode */

/** @param {'replaceWith' | 'prepend' | 'append' | 'before' | 'after' | 'remove'} method @returns {Mode} */
const calling = (method) => (target, content) => own(target)[method](content);

/** @type {Record<string, Mode>} */
const modes = {
  outer: morphOuter,
  inner: morphInner,
  replace: calling('replaceWith'),
  prepend: calling('prepend'),
  append: calling('append'),
  before: calling('before'),
  after: calling('after'),
  remove: calling('remove'),
};

on('datastar-patch-elements', (args, since) =>
  inOrder(() => {
    const patch = () => spoken(since, () => settle(() => put(args)));
    if (args.useViewTransition !== 'true') return patch();
    const { viewTransitionSelector } = args;
    return transition(patch, (viewTransitionSelector && page.querySelector(viewTransitionSelector)) || document);
  }),
);

/** @param {import('../fetch/lifecycle.js').Args} args */
const put = ({ elements = '', selector = '', mode = 'outer', namespace = 'html' }) => {
  const apply = known('patch mode ', mode, modes);
  const content = fragmentOf(elements, namespace);
  if (!selector && (mode === 'outer' || mode === 'replace')) return putById(content, apply);
  if (!selector) throw fault('The patch mode ' + mode + ' needs a line: data: selector #target');
  const targets = page.querySelectorAll(selector);
  if (!targets.length) skip('matches ' + selector);
  targets.forEach((/** @type {Element} */ target, /** @type {number} */ i) =>
    apply(target, i + 1 < targets.length ? /** @type {DocumentFragment} */ (content.cloneNode(true)) : content),
  );
};

/** @param {DocumentFragment} content @param {Mode} apply */
const putById = (content, apply) => {
  for (const element of [...content.children]) {
    const { id, localName } = own(element);
    const target = /^(html|head|body)$/.test(localName)
      ? page.querySelector(localName)
      : page.getElementById(id);
    const alone = page.createDocumentFragment();
    alone.append(element);
    if (target) apply(target, alone);
    else skip('has the id "' + id + '" of its <' + localName + '>, and it has no selector');
  }
};

/** @param {string} what */
const skip = (what) => console.warn('Patch skipped: no element ' + what);
