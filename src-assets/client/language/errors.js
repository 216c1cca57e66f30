// Faults say what is wrong, where, and what to write instead.

/**
 * @param {string} message
 * @param {Element=} el
 * @param {string=} source the attribute or expression at fault
 * @param {unknown=} cause
 */
export const fault = (message, el, source, cause) => {
  const place = el ? '\n  in ' + openingTag(el) : '';
  const code = source ? '\n  at ' + source : '';
  return new Error(message + place + code, { cause });
};

/** @param {Element} el */
const openingTag = (el) => /** @type {Element} */ (el.cloneNode(false)).outerHTML.replace(/<\/[^>]*>$/, '');

/** @param {unknown} error */
export const message = (error) => (error instanceof Error ? error.message : String(error));
