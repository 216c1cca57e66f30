// Text that somebody is typing is theirs: the server's value for a field waits until the field loses the focus.

import { own, page } from '../language/native.js';
import { remember, said } from './markup.js';

/** @type {WeakMap<EventTarget, number>} fields edited since the server's last value, and when */
const edited = new WeakMap();

/** @type {WeakMap<EventTarget, () => void>} applies the server's value that had to wait */
const withheld = new WeakMap();

// Whatever speaks for the server does not know of later edits. Outside of a patch, nothing does.
let horizon = Infinity;

/**
 * Runs `task` on behalf of the server.
 *
 * @param {number} since when the request that it answers was sent; 0 for a stream, which answers none
 * @param {() => void} task
 */
export const spoken = (since, task) => {
  horizon = since;
  try {
    task();
  } finally {
    horizon = Infinity;
  }
};

/**
 * Whether the server's value for a field has to wait.
 *
 * @param {any} field
 * @param {() => void} take called when it no longer has to
 */
export const holdsBack = (field, take) => {
  const holds = /** @type {number} */ (edited.get(field)) > horizon && field === page.activeElement;
  withheld.delete(field);
  if (holds) withheld.set(field, take);
  else if (horizon < Infinity) edited.delete(field);
  return holds;
};

/** @param {Node} target the field stops waiting with what the server said, if its edits were known */
export const releaseIn = (target) => {
  const field = page.activeElement;
  const take = withheld.get(field);
  if (!take || !own(target).contains(field) || /** @type {number} */ (edited.get(field)) > horizon) return;
  withheld.delete(field);
  edited.delete(field);
  take();
};

/** @param {Element} el a form control with a new value */
export const tellChange = (el) => el.dispatchEvent(new CustomEvent('datastar-prop-change', { bubbles: true }));

/** @param {any} field @param {string} value the server's value */
export const takeValue = (field, value) => {
  const take = () => {
    field.value = value;
    tellChange(field);
  };
  // A value that is already there does not have to wait.
  if (field.value === value) edited.delete(field);
  if (!holdsBack(field, take) && field.value !== value) field.value = value;
};

/**
 * Whether somebody's edits in an editable element stay.
 *
 * @param {any} old
 * @param {any} fresh
 */
export const keepsEdits = (old, fresh) => {
  const all = said.get(old);
  // Stored under the empty name.
  const before = all?.get('');
  if (before === undefined) return false;
  const { innerHTML } = fresh;
  all?.set('', innerHTML);
  const take = () => {
    old.innerHTML = innerHTML;
  };
  return before === innerHTML || holdsBack(old, take);
};

/** @type {Record<string, (field: any, evt: Event) => void>} */
const listeners = {
  beforeinput(field) {
    if (field.isContentEditable) remember(field, '', field.innerHTML);
  },
  input(field, { timeStamp }) {
    withheld.delete(field);
    if (!/^(?:checkbox|radio|range|color|select|file)/.test(field.type)) edited.set(field, timeStamp);
  },
  blur(field) {
    // A morph may move the field and give the focus back.
    if (horizon !== Infinity) return;
    withheld.get(field)?.();
    withheld.delete(field);
  },
};
for (const type in listeners) page.addEventListener(type, (/** @type {any} */ evt) => listeners[type](evt.target, evt), true);
