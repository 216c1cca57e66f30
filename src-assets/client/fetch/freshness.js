// Shows when the page is out of date because a live stream is lost or refused: as <html data-stale>, for style sheets,
// and in a small note, which any style rule for #lodestar-stale overrides.

import { page } from '../language/native.js';

// A stream that comes back this soon is not worth mentioning.
const GRACE = 1000;

const NOTE = 'lodestar-stale';

// No more specific than nothing at all. Constructed, since a policy may forbid inline styles.
const STYLE =
  ':where(#' +
  NOTE +
  ':not(:empty)){position:fixed;z-index:2147483647;bottom:1rem;left:50%;translate:-50%;max-width:90vw;' +
  'padding:.4em 1em;border:1px solid;font:14px/1.4 system-ui,sans-serif;color:#fff;' +
  'background:#222;pointer-events:none}';

/** @type {Map<object, string>} the streams that should be live and are not, each with its message */
const lost = new Map();
let timer = 0;
let styled = false;

/**
 * Screen readers announce what enters an element that they know, so this one is created before it is needed.
 *
 * @returns {Element}
 */
const note = () => {
  if (!styled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    page.adoptedStyleSheets.push(sheet);
    styled = true;
  }
  let el = page.getElementById(NOTE);
  if (!el) {
    el = page.createElement('div');
    el.id = NOTE;
    el.role = 'status';
    // Beside the body, whose content belongs to the application.
    page.documentElement.append(el);
  }
  return el;
};

const show = () => {
  timer = 0;
  page.documentElement.toggleAttribute('data-stale', !!lost.size);
  note().textContent = [...lost.values()].pop() ?? '';
};

/** @param {object} stream that brings no news any more @param {string=} sentence why */
export const lose = (stream, sentence = 'Connection lost. Reconnecting…') => {
  lost.set(stream, sentence);
  timer ||= setTimeout(show, GRACE);
};

/** @param {object} stream that brings news again, or need not */
export const find = (stream) => {
  lost.delete(stream);
  if (lost.size) return;
  clearTimeout(timer);
  show();
};
