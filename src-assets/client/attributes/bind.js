// data-bind: a form control and a signal that follow each other.

import { effect, peek } from '../signals/cell.js';
import { peekPath, readPath, writePath } from '../signals/patch.js';
import { TEXT, attribute } from '../language/engine.js';
import { signalName } from './state.js';

/**
 * How one kind of control holds its value.
 *
 * @typedef {object} Control
 * @property {string[]} events that tell of a new value
 * @property {(now: unknown) => unknown} get the value, in the type of the signal's present value; undefined for none
 * @property {(value: any) => void} set
 */

attribute('bind', {
  key: 'either',
  plain: true,
  apply(context) {
    const { el, mods } = context;
    const name = signalName(context);
    if (/** @type {any} */ (el).type === 'file') return bindFiles(/** @type {any} */ (el), name);
    const control = controlOf(/** @type {any} */ (el), name, mods.prop?.[0]);
    const path = claim(context, name, control);
    const sync = () => {
      const value = control.get(peekPath(path));
      if (value !== undefined) writePath(path, value);
    };
    const events = [...(mods.event ?? control.events), 'datastar-prop-change'];
    for (const event of events) el.addEventListener(event, sync);
    const show = () => control.set(readPath(path));
    const end = effect(show);
    // New options may hold the one that the signal means.
    if (el.localName === 'select') context.guards.push([TEXT, () => peek(show)]);
    return () => {
      end();
      for (const event of events) el.removeEventListener(event, sync);
    };
  },
});

/**
 * Finds the signal, or makes it from the control's value. Of an array signal each control, in document order, has its
 * own index.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string} name
 * @param {Control} control
 * @returns {string} the path
 */
const claim = (context, name, control) => {
  const { el } = context;
  const present = peekPath(name);
  let path = name;
  if (Array.isArray(present) && !(/** @type {any} */ (el).multiple && el.localName === 'select')) {
    path += '.' + queryBinds(context).indexOf(el);
  }
  if (peekPath(path) === undefined) {
    // Of radio buttons the one that is ticked says what the signal starts from, wherever it stands.
    const ticked = /** @type {any} */ (el).type === 'radio' && queryBinds(context, ':checked')[0];
    if (ticked) control = radio(ticked, name);
    const type = path === name ? undefined : present.find((/** @type {unknown} */ each) => each !== '');
    writePath(path, control.get(type) ?? '');
  }
  return path;
};

/**
 * The elements that are bound to the same signal in the same spelling.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string=} which a selector
 * @returns {any[]}
 */
const queryBinds = ({ name, value }, which = '') => [
  ...document.querySelectorAll('[' + CSS.escape(name) + (value ? '="' + CSS.escape(value) + '"]' : ']') + which),
];

/**
 * Only a person can choose files: they go one way.
 *
 * @param {HTMLInputElement} el
 * @param {string} name of the signal
 */
const bindFiles = (el, name) => {
  const read = async () => writePath(name, await Promise.all([...(el.files ?? [])].map(contentOf)));
  if (peekPath(name) === undefined) writePath(name, []);
  el.addEventListener('change', read);
  return () => el.removeEventListener('change', read);
};

/** @param {File} file */
const contentOf = async (file) => {
  const reader = new FileReader();
  reader.readAsDataURL(file);
  await new Promise((done) => reader.addEventListener('loadend', done));
  // data:text/plain;base64,aGVsbG8=
  const [head, contents] = String(reader.result).split(',');
  return { name: file.name, contents, mime: head.slice(5).split(';')[0] };
};

/**
 * @param {any} el
 * @param {string} name of the signal
 * @param {string=} prop the property that holds the value, where it's not the usual one
 * @returns {Control}
 */
const controlOf = (el, name, prop) => {
  if (prop) return property(el, prop, ['input', 'change']);
  if (el.localName === 'select') return el.multiple ? choices(el) : property(el, 'value', ['change']);
  if (el.localName === 'textarea') return property(el, 'value', ['input']);
  if (el.localName !== 'input') return property(el, 'value', ['input', 'change']);
  if (el.type === 'checkbox') return checkbox(el);
  if (el.type === 'radio') return radio(el, name);
  return el.type === 'number' || el.type === 'range' ? number(el) : property(el, 'value', ['input']);
};

/**
 * HTML lowercases the name in `__prop.innerhtml`.
 *
 * @param {any} el
 * @param {string} written
 */
const propertyName = (el, written) => {
  for (const name in el) if (name.toLowerCase() === written) return name;
  return written;
};

/** @param {any} el @param {string} written @param {string[]} events @returns {Control} */
const property = (el, written, events) => {
  const name = propertyName(el, written);
  return {
    events,
    get: (now) => (name in el ? typed(el[name], now) : el.getAttribute(name)),
    set(value) {
      const own = typeof el[name] === 'string' ? String(value ?? '') : value;
      if (!(name in el)) el.setAttribute(name, value);
      else if (el[name] !== own && !sameNumber(el[name], value)) el[name] = own;
    },
  };
};

/** @param {any} value @param {unknown} now */
const typed = (value, now) => {
  if (typeof value !== 'string') return value;
  if (typeof now === 'number') return +value;
  return typeof now === 'boolean' ? value !== '' && value !== 'false' : value;
};

/**
 * Whether the text already means the number: "1." on the way to "1.5" is left as typed.
 *
 * @param {unknown} text
 * @param {unknown} value
 */
const sameNumber = (text, value) => typeof value === 'number' && typeof text === 'string' && +text === value;

/** @param {HTMLInputElement} el @returns {Control} */
const number = (el) => ({
  ...property(el, 'value', ['input']),
  get: (now) => (typeof now === 'string' ? el.value : +el.value),
});

/** @param {HTMLInputElement} el @returns {Control} */
const checkbox = (el) => ({
  events: ['input'],
  get(now) {
    const text = el.hasAttribute('value') ? typeof now !== 'boolean' : typeof now === 'string';
    return text ? (el.checked ? el.value : '') : el.checked;
  },
  set(value) {
    el.checked = typeof value === 'string' ? value === el.value : !!value;
  },
});

/** @param {HTMLInputElement} el @param {string} name @returns {Control} */
const radio = (el, name) => {
  if (!el.name) el.name = name;
  return {
    events: ['input'],
    get: (now) => (el.checked ? typed(el.value, now) : undefined),
    set(value) {
      el.checked = String(value) === el.value;
    },
  };
};

/** @param {HTMLSelectElement} el @returns {Control} */
const choices = (el) => ({
  events: ['change'],
  get(now) {
    const type = Array.isArray(now) ? now[0] : undefined;
    return [...el.selectedOptions].map((option) => typed(option.value, type));
  },
  set(value) {
    const chosen = new Set([...(value || [])].map(String));
    for (const option of el.options) option.selected = chosen.has(option.value);
  },
});
