// Makes an element's attributes those of its new markup, and its live state follow where the markup's changed.

/** @type {string[]} */
const NONE = [];

/**
 * @param {Element} old
 * @param {Element} fresh
 * @returns {boolean} whether a form control got another value
 */
export const morphAttributes = (old, fresh) => {
  const kept = fresh.getAttribute('data-preserve-attr')?.split(/\s+/) ?? NONE;
  const control = old.localName === 'input' || old.localName === 'option';
  const before = control ? stateOf(old) : undefined;
  for (const attribute of fresh.attributes) {
    const { name, value } = attribute;
    if (old.getAttribute(name) === value || kept.includes(name)) continue;
    // Markup may hold names that setAttribute refuses, like "@x".
    const mine = old.getAttributeNode(name);
    if (mine) mine.value = value;
    else old.setAttributeNode(/** @type {Attr} */ (attribute.cloneNode()));
  }
  if (kept.length || old.attributes.length !== fresh.attributes.length) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !kept.includes(name)) old.removeAttribute(name);
    }
  }
  return !!before && follow(/** @type {any} */ (old), before, stateOf(fresh), kept);
};

/** @param {Element} el */
const stateOf = (el) => ({
  value: el.getAttribute('value'),
  checked: el.hasAttribute('checked'),
  selected: el.hasAttribute('selected'),
});

/**
 * What the user typed or ticked stays, unless the server now says something else than before.
 *
 * @param {any} el
 * @param {ReturnType<typeof stateOf>} before
 * @param {ReturnType<typeof stateOf>} now
 * @param {string[]} kept
 */
const follow = (el, before, now, kept) => {
  let changed = false;
  /** @param {string} name @param {unknown} value */
  const put = (name, value) => {
    if (kept.includes(name) || el[name] === value) return;
    el[name] = value;
    changed = true;
  };
  if (el.localName === 'option') {
    if (before.selected !== now.selected) put('selected', now.selected);
    return changed;
  }
  if (before.value !== now.value && el.type !== 'file') put('value', now.value ?? '');
  if (before.checked !== now.checked) put('checked', now.checked);
  return changed;
};

/**
 * @param {HTMLTextAreaElement} old
 * @param {HTMLTextAreaElement} fresh
 * @returns {boolean} whether it got another value
 */
export const morphTextarea = (old, fresh) => {
  if (old.defaultValue === fresh.defaultValue) return false;
  old.defaultValue = fresh.defaultValue;
  const kept = fresh.getAttribute('data-preserve-attr')?.split(/\s+/).includes('value');
  if (kept || old.value === fresh.defaultValue) return false;
  old.value = fresh.defaultValue;
  return true;
};
