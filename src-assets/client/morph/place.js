// Moves nodes without losing their focus, selection, scroll position or playback.

import { own, page } from '../language/native.js';

/**
 * @param {Node} parent
 * @param {Node} node
 * @param {Node | null} before
 */
export const place = (parent, node, before) => {
  const into = own(parent);
  if (into.moveBefore && into.isConnected && own(node).isConnected) into.moveBefore(node, before);
  else into.insertBefore(node, before);
};

/**
 * Browsers without moveBefore drop the focus from what they move.
 *
 * @param {() => void} change
 */
export const keepFocus = (change) => {
  const active = /** @type {any} */ (page.activeElement);
  // Reading the selection throws for controls without one.
  const selectable = active && /^(?:textarea|text|search|url|tel|password)$/.test(active.type);
  const selection = selectable ? [active.selectionStart, active.selectionEnd, active.selectionDirection] : undefined;
  change();
  if (!active || active === page.activeElement || !active.isConnected) return;
  active.focus({ preventScroll: true });
  if (selection) active.setSelectionRange(...selection);
};
