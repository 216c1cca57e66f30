// Text that somebody is typing is theirs: what the server says of a field meanwhile waits until the field loses the focus.

import { own, page } from '../language/native.js';
import { remember, said } from './markup.js';

/** @type {WeakMap<EventTarget, number>} fields that were edited since the server's last word, and when */
const edited = new WeakMap();

/** @type {WeakMap<EventTarget, () => void>} takes what the server said meanwhile */
const withheld = new WeakMap();

// Who speaks does not know of what was edited later than this. Outside of a patch nobody speaks.
let horizon = Infinity;

/**
 * Runs `task`, in which the server speaks.
 *
 * @param {number} since when it was sent what it answers; 0 for a stream, which answers nothing
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
 * Whether the server's word on a field has to wait.
 *
 * @param {any} field
 * @param {() => void} take is called when it need not any more
 */
export const holdsBack = (field, take) => {
  const holds = /** @type {number} */ (edited.get(field)) > horizon && field === page.activeElement;
  withheld.delete(field);
  if (holds) withheld.set(field, take);
  else if (horizon < Infinity) edited.delete(field);
  return holds;
};

/** @param {Node} target whose field, if its edits were known, need not wait any more for what was said before */
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

/** @param {any} field @param {string} value what the server says */
export const takeValue = (field, value) => {
  const take = () => {
    field.value = value;
    tellChange(field);
  };
  // What is there already has not to wait.
  if (field.value === value) edited.delete(field);
  if (!holdsBack(field, take) && field.value !== value) field.value = value;
};

/**
 * Whether what somebody wrote into an editable element stays.
 *
 * @param {any} old
 * @param {any} fresh
 */
export const keepsEdits = (old, fresh) => {
  const all = said.get(old);
  // Under no attribute's name.
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
    // A morph may move it, and give it the focus back.
    if (horizon !== Infinity) return;
    withheld.get(field)?.();
    withheld.delete(field);
  },
};
for (const type in listeners) page.addEventListener(type, (/** @type {any} */ evt) => listeners[type](evt.target, evt), true);
