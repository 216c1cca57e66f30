// datastar-patch-elements: puts HTML into the document, in one of eight modes.

import { settle } from '../language/engine.js';
import { fault } from '../language/errors.js';
import { transition } from '../language/transition.js';
import { on } from '../fetch/lifecycle.js';
import { fragmentOf } from './fragment.js';
import { morphInner, morphOuter } from '../morph/morph.js';
import { inOrder } from './order.js';

/** @type {Record<string, (target: Element, content: DocumentFragment) => void>} */
const modes = {
  outer: morphOuter,
  inner: morphInner,
  replace: (target, content) => target.replaceWith(content),
  prepend: (target, content) => target.prepend(content),
  append: (target, content) => target.append(content),
  before: (target, content) => target.before(content),
  after: (target, content) => target.after(content),
  remove: (target) => target.remove(),
};

on('datastar-patch-elements', (args) =>
  inOrder(() => {
    const patch = () => {
      put(args);
      settle();
    };
    if (args.useViewTransition !== 'true') return patch();
    const { viewTransitionSelector } = args;
    return transition(patch, (viewTransitionSelector && document.querySelector(viewTransitionSelector)) || document);
  }),
);

/** @param {import('../fetch/lifecycle.js').Args} args */
const put = ({ elements = '', selector = '', mode = 'outer', namespace = 'html' }) => {
  const apply = modes[mode];
  if (!apply) throw fault('There is no patch mode "' + mode + '". There are: ' + Object.keys(modes).join(', ') + '.');
  const content = fragmentOf(elements, namespace);
  if (!selector && (mode === 'outer' || mode === 'replace')) return putById(content, apply);
  if (!selector) throw fault('The patch mode "' + mode + '" needs a target. Send a line: data: selector #target');
  const targets = document.querySelectorAll(selector);
  if (!targets.length) console.warn('Patch skipped: nothing matches its selector ' + selector);
  targets.forEach((target, i) =>
    apply(target, i + 1 < targets.length ? /** @type {DocumentFragment} */ (content.cloneNode(true)) : content),
  );
};

/** @param {DocumentFragment} content @param {(target: Element, content: DocumentFragment) => void} apply */
const putById = (content, apply) => {
  for (const element of [...content.children]) {
    const target = ownTarget(element);
    if (!target) {
      console.warn(
        element.id
          ? 'Patch skipped: no element has the id "' + element.id + '".'
          : 'Patch skipped: give its <' + element.localName + '> the id of the element it is for, or send a selector.',
      );
      continue;
    }
    const alone = document.createDocumentFragment();
    alone.append(element);
    apply(target, alone);
  }
};

/** @param {Element} element */
const ownTarget = (element) => {
  if (element instanceof HTMLHtmlElement) return document.documentElement;
  if (element instanceof HTMLHeadElement) return document.head;
  if (element instanceof HTMLBodyElement) return document.body;
  return element.id ? document.getElementById(element.id) : null;
};
