// Turns the text of a patch into nodes.

import { fault } from '../language/errors.js';

/** Elements that only a whole document can hold; comments and a doctype may stand before them. */
const DOCUMENT = /^\s*(?:<!--.*?-->\s*|<!doctype[^>]*>\s*)*<(html|head|body)[\s>]/is;

/**
 * @param {string} markup
 * @param {string} namespace html, svg or mathml
 * @returns {DocumentFragment}
 */
export const fragmentOf = (markup, namespace) => {
  const fragment = DOCUMENT.test(markup) ? wholeFragment(markup) : partFragment(markup, namespace);
  fragment.querySelectorAll('script').forEach(enliven);
  return fragment;
};

/** @param {string} markup */
const wholeFragment = (markup) => {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  const fragment = document.createDocumentFragment();
  if (/<html[\s>]/i.test(markup)) fragment.append(parsed.documentElement);
  else
    fragment.append(
      ...[parsed.head, parsed.body].filter((el) => new RegExp('<' + el.localName + '[\\s>]', 'i').test(markup)),
    );
  return fragment;
};

/** @type {Record<string, string>} what stands around elements of a namespace */
const wrappers = { html: '', svg: 'svg', mathml: 'math' };

/** @param {string} markup @param {string} namespace */
const partFragment = (markup, namespace) => {
  const template = document.createElement('template');
  const around = wrappers[namespace];
  if (around === undefined) {
    throw fault('There is no namespace "' + namespace + '". There are: ' + Object.keys(wrappers).join(', ') + '.');
  }
  template.innerHTML = around ? '<' + around + '>' + markup + '</' + around + '>' : markup;
  const { content } = template;
  if (!around) return content;
  const fragment = document.createDocumentFragment();
  fragment.append(.../** @type {Element} */ (content.firstElementChild).childNodes);
  return fragment;
};

/**
 * A script made by a parser never runs; its copy does, once, when it comes into the document.
 *
 * @param {Element} script
 */
const enliven = (script) => {
  const live = document.createElement('script');
  for (const { name, value } of script.attributes) live.setAttribute(name, value);
  live.textContent = script.textContent;
  script.replaceWith(live);
};
