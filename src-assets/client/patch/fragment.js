// Turns the text of a patch into nodes.

import { own, page } from '../language/native.js';
import { known } from '../language/errors.js';
import { scriptOf } from './script.js';

/** Elements that only a whole document can contain; comments and a doctype may precede them. */
const DOCUMENT = /^\s*(?:<!--.*?-->\s*|<!doctype[^>]*>\s*)*<(html|head|body)[\s>]/is;

/**
 * @param {string} markup
 * @param {string} namespace html, svg or mathml
 * @returns {DocumentFragment}
 */
export const fragmentOf = (markup, namespace) => {
  const fragment = DOCUMENT.test(markup) ? wholeFragment(markup) : partFragment(markup, namespace);
  for (const script of fragment.querySelectorAll('script')) {
    script.replaceWith(
      scriptOf(
        script.textContent,
        [...script.attributes].map(({ name, value }) => [name, value]),
      ),
    );
  }
  return fragment;
};

/** @param {string} markup */
const wholeFragment = (markup) => {
  const { documentElement, head, body } = own(new DOMParser().parseFromString(markup, 'text/html'));
  /** @param {Element} el */
  const isGiven = (el) => new RegExp('<' + el.localName + '[\\s>]', 'i').test(markup);
  const fragment = page.createDocumentFragment();
  fragment.append(...(isGiven(documentElement) ? [documentElement] : [head, body].filter(isGiven)));
  return fragment;
};

/** What surrounds elements of a namespace. */
const wrappers = { html: '', svg: 'svg', mathml: 'math' };

/** @param {string} markup @param {string} namespace */
const partFragment = (markup, namespace) => {
  const template = page.createElement('template');
  const around = known('namespace ', namespace, wrappers);
  template.innerHTML = around ? '<' + around + '>' + markup + '</' + around + '>' : markup;
  const { content } = template;
  const wrapper = content.firstChild;
  if (around) wrapper?.replaceWith(...wrapper.childNodes);
  return content;
};
