// Makes an element's attributes those of its new markup, and its live state follow where the markup's changed.

/** @type {string[]} */
const NONE = [];

/** @typedef {'value' | 'checked' | 'selected'} State */

/** @type {State[]} */
const INPUT = ['value', 'checked'];
/** @type {State[]} */
const OPTION = ['selected'];

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
  return !!before && follow(old, before, fresh, kept);
};

/** @param {any} el */
const stateOf = (el) => ({
  markup: {
    value: el.getAttribute('value'),
    checked: el.hasAttribute('checked'),
    selected: el.hasAttribute('selected'),
  },
  live: { value: el.value, checked: el.checked, selected: el.selected },
});

/**
 * What the user typed or ticked stays, unless the server now says something else than before.
 *
 * @param {any} el
 * @param {ReturnType<typeof stateOf>} before
 * @param {Element} fresh
 * @param {string[]} kept
 * @returns {boolean} whether the live state is another now
 */
const follow = (el, { markup, live }, fresh, kept) => {
  const now = stateOf(fresh).markup;
  for (const name of el.localName === 'option' ? OPTION : INPUT) {
    if (kept.includes(name) || markup[name] === now[name] || el.type === 'file') continue;
    const value = now[name] ?? '';
    if (el[name] !== value) el[name] = value;
  }
  return INPUT.concat(OPTION).some((name) => el[name] !== live[name]);
};

/**
 * @param {HTMLTextAreaElement} old
 * @param {HTMLTextAreaElement} fresh
 * @returns {boolean} whether it got another value
 */
export const morphTextarea = (old, fresh) => {
  if (old.defaultValue === fresh.defaultValue) return false;
  const { value } = old;
  old.defaultValue = fresh.defaultValue;
  const kept = fresh.getAttribute('data-preserve-attr')?.split(/\s+/).includes('value');
  if (!kept && old.value !== fresh.defaultValue) old.value = fresh.defaultValue;
  return old.value !== value;
};
