// A script made by a parser never runs; one made here does, once, when it enters the document.

import { page } from '../language/native.js';

/**
 * @param {string | null} code
 * @param {Iterable<[string, string]>} attributes
 */
export const scriptOf = (code, attributes) => {
  const script = page.createElement('script');
  for (const [name, value] of attributes) script.setAttribute(name, value);
  script.textContent = code;
  return script;
};
