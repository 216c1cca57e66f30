// Moves nodes with what they are in the middle of: focus, selection, scrolling, playing.

/**
 * @param {Node} parent
 * @param {Node} node
 * @param {Node | null} before
 */
export const place = (parent, node, before) => {
  const mover = /** @type {any} */ (parent);
  if (mover.moveBefore && node.isConnected && mover.isConnected) mover.moveBefore(node, before);
  else parent.insertBefore(node, before);
};

/**
 * Browsers without moveBefore drop the focus of what is moved.
 *
 * @param {() => void} change
 */
export const keepFocus = (change) => {
  const active = /** @type {any} */ (document.activeElement);
  // Reading the selection throws for controls that have none.
  const selectable = active && /^(?:textarea|text|search|url|tel|password)$/.test(active.type);
  const selection = selectable ? [active.selectionStart, active.selectionEnd, active.selectionDirection] : undefined;
  change();
  if (!active || active === document.activeElement || !active.isConnected) return;
  active.focus({ preventScroll: true });
  if (selection) active.setSelectionRange(...selection);
};
