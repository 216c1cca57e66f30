// How form controls hold their values.

/**
 * @typedef {object} Control
 * @property {(now: unknown) => unknown} get the value, in the type of the signal's present value; undefined for none
 * @property {(value: any) => void} set
 */

/**
 * @param {any} el
 * @param {string=} prop the property that holds the value, where it's not the usual one
 * @returns {Control}
 */
export const controlOf = (el, prop) => {
  const { localName, type } = el;
  const input = localName === 'input' && !prop;
  if (input && type === 'checkbox') return checkbox(el);
  if (input && type === 'radio') return radio(el);
  if (localName === 'select' && el.multiple && !prop) return choices(el);
  return property(el, prop ?? 'value', input && (type === 'number' || type === 'range'));
};

/**
 * @param {any} el
 * @param {string} written HTML lowercases the name in `__prop.innerhtml`
 * @param {boolean} isNumber whether it is one unless the signal is a text
 * @returns {Control}
 */
const property = (el, written, isNumber) => {
  let name = written;
  for (const each in el) if (each.toLowerCase() === written) name = each;
  const typed = typing(isNumber);
  return {
    get: (now) => typed(name in el ? el[name] : el.getAttribute(name), now),
    set(value) {
      const isText = typeof el[name] === 'string';
      const own = isText ? String(value ?? '') : value;
      // "1." on the way to "1.5" means the number already, and "-" means none: they are left as typed.
      const same = el[name] === own || (isText && typeof value !== 'boolean' && typed(el[name], value) === value);
      if (!(name in el)) el.setAttribute(name, value);
      else if (!same) el[name] = own;
    },
  };
};

/**
 * Reads what a control holds in the type of its signal. Where a number is missing, or half typed, the signal is an
 * empty text; the next number is one again.
 *
 * @param {boolean=} isNumber whether it is a number unless the signal is a text
 * @returns {(value: any, now: unknown) => any}
 */
const typing = (isNumber) => (value, now) => {
  const type = typeof now;
  if (typeof value !== 'string') return value;
  if (type === 'number' || (now && type === 'string')) isNumber = type === 'number';
  if (isNumber) return value.trim() && !isNaN(+value) ? +value : '';
  return type === 'boolean' ? value !== '' && value !== 'false' : value;
};

/** @param {HTMLInputElement} el @returns {Control} */
const checkbox = (el) => ({
  get(now) {
    const text = el.hasAttribute('value') ? typeof now !== 'boolean' : typeof now === 'string';
    return text ? (el.checked ? el.value : '') : el.checked;
  },
  set(value) {
    el.checked = typeof value === 'string' ? value === el.value : !!value;
  },
});

/** @param {HTMLInputElement} el @returns {Control} */
const radio = (el) => {
  const typed = typing();
  return {
    get: (now) => (el.checked ? typed(el.value, now) : undefined),
    set(value) {
      el.checked = String(value) === el.value;
    },
  };
};

/** @param {HTMLSelectElement} el @returns {Control} */
const choices = (el) => ({
  get(now) {
    const type = Array.isArray(now) ? now[0] : undefined;
    return [...el.selectedOptions].map((option) => typing()(option.value, type));
  },
  set(value) {
    const chosen = new Set([...(value || [])].map(String));
    for (const option of el.options) option.selected = chosen.has(option.value);
  },
});
