// A script made by a parser never runs; one made here does, once, when it comes into the document.

/**
 * @param {string | null} code
 * @param {Iterable<[string, string]>} attributes
 */
export const scriptOf = (code, attributes) => {
  const script = document.createElement('script');
  for (const [name, value] of attributes) script.setAttribute(name, value);
  script.textContent = code;
  return script;
};
