// Form controls and other elements that contain a person's work, identified by their markup.

const ATTRIBUTES = ['type', 'name', 'data-key', 'autocomplete', 'aria-label', 'placeholder'];

const CONTROLS = 'input, textarea, select, details, dialog';

/** Values that must not be stored anywhere. */
const SECRET = /password|one-time-code|cc-/;

/**
 * A form has its fields as properties, so never read its own properties directly.
 *
 * @param {Element} el
 * @param {string} name
 */
const attr = (el, name) => Element.prototype.getAttribute.call(el, name);

const parentOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')).get;

/** @param {any} el */
const isSecret = (el) => el.type === 'password' || SECRET.test(attr(el, 'autocomplete') ?? '');

/** @returns {Set<unknown>} the values of fields that are not kept */
export const secrets = () =>
  new Set([...document.querySelectorAll('input')].filter(isSecret).map(({ value }) => value).filter(Boolean));

/**
 * Identifies an element: its position, and its markup.
 *
 * @param {any} el
 * @returns {string}
 */
const describe = (el) => {
  const own = [el.localName, attr(el, 'id'), ...ATTRIBUTES.map((name) => attr(el, name))];
  for (const name of Element.prototype.getAttributeNames.call(el)) {
    if (name.startsWith('data-bind')) own.push(name, attr(el, name));
  }
  if (/^(radio|checkbox)$/.test(el.type)) own.push(attr(el, 'value'));
  for (let around = parentOf.call(el); around instanceof Element; around = parentOf.call(around)) {
    own.push(attr(around, 'id') ?? attr(around, 'data-key') ?? attr(around, 'name'));
  }
  return own.filter(Boolean).join();
};

/**
 * @param {string} selector
 * @returns {Map<string, any[]>} elements by identity, in document order
 */
const groups = (selector) => {
  const found = new Map();
  for (const el of document.querySelectorAll(selector)) {
    const what = describe(el);
    found.set(what, [...(found.get(what) ?? []), el]);
  }
  return found;
};

/** @typedef {{now: unknown, markup: unknown}} State an element's state, and the state in its markup */

/** @param {any} el @returns {State} */
const stateOf = (el) => {
  const { localName, type, options } = el;
  if (localName === 'details') return { now: el.open, markup: null };
  if (localName === 'dialog') return { now: el.open && (el.matches(':modal') ? 'modal' : 'open'), markup: false };
  if (/^(radio|checkbox)$/.test(type)) return { now: el.checked, markup: el.defaultChecked };
  if (!options) return { now: el.value, markup: el.defaultValue };
  const chosen = [...options].filter((each) => each.selected).map((each) => each.value);
  const given = [...options].filter((each) => each.defaultSelected).map((each) => each.value);
  return { now: chosen.join('\n'), markup: given.join('\n') };
};

/** @param {any} el @param {any} state */
const put = (el, state) => {
  const { localName, type, options } = el;
  if (localName === 'details') el.open = state;
  else if (localName === 'dialog') {
    if (!el.open) state === 'modal' ? el.showModal() : el.show();
  } else if (/^(radio|checkbox)$/.test(type)) el.checked = state;
  else if (options) choose([...options], state.split('\n'));
  else el.value = state;
};

/** @param {HTMLOptionElement[]} options @param {string[]} values */
const choose = (options, values) => {
  if (!values.every((value) => options.some((each) => each.value === value))) return;
  for (const each of options) each.selected = values.includes(each.value);
};

/** @typedef {{what: string, at: number, count: number, state: State}} Field `at` is its place among elements that look alike */

/** @returns {Field[]} the fields that a person has changed */
export const changedFields = () =>
  [...groups(CONTROLS)].flatMap(([what, all]) =>
    all
      .map((el, at) => ({ el, field: { what, at, count: all.length, state: stateOf(el) } }))
      .filter(({ el }) => !isSecret(el) && !/^(file|hidden)$/.test(el.type))
      .map(({ field }) => field)
      .filter(({ state }) => state.now !== state.markup),
  );

/**
 * Leaves alone what may be another element, or what the server has changed since.
 *
 * @param {Field[]} fields
 */
export const restoreFields = (fields) => {
  const present = groups(CONTROLS);
  for (const { what, at, count, state } of fields) {
    const all = present.get(what);
    if (all?.length === count && stateOf(all[at]).markup === state.markup) put(all[at], state.now);
  }
};

// Other types have no selection, and throw when asked for it.
const TEXT = /^(textarea|text|search|url|tel|password)$/;

/** The focused element and its selection; undefined if there is none. */
export const focused = () => {
  const el = /** @type {any} */ (document.activeElement);
  if (!el || el === document.body || el instanceof HTMLFormElement) return undefined;
  const what = describe(el);
  const all = groups(el.localName).get(what) ?? [];
  const selection = TEXT.test(el.type) ? [el.selectionStart, el.selectionEnd, el.selectionDirection] : undefined;
  return { tag: el.localName, what, at: all.indexOf(el), count: all.length, selection };
};

/** @param {ReturnType<typeof focused>} focus */
export const restoreFocus = (focus) => {
  if (!focus) return;
  const all = groups(focus.tag).get(focus.what);
  if (all?.length !== focus.count) return;
  const el = all[focus.at];
  el.focus({ preventScroll: true });
  if (focus.selection) el.setSelectionRange(...focus.selection);
};
