// How form controls represent their values.

/**
 * @typedef {object} Control
 * @property {(now: unknown) => unknown} get returns the value, in the type of the signal's current value; undefined if
 * there is none
 * @property {(value: any) => void} set
 */

/**
 * @param {any} el
 * @param {string=} prop the property that holds the value, if it is not the usual one
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
 * @param {string} written `__prop.innerhtml`: HTML lowercases the name
 * @param {boolean} isNumber whether the value is a number unless the signal is a string
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
      // "1." on the way to "1.5" is already the number, and "-" is not one yet: both are left as typed.
      const same = el[name] === own || (isText && typeof value !== 'boolean' && typed(el[name], value) === value);
      if (!(name in el)) el.setAttribute(name, value);
      else if (!same) el[name] = own;
    },
  };
};

/**
 * Reads a control's value in the type of its signal. A missing or half-typed number makes the signal an empty string;
 * the next complete one makes it a number again.
 *
 * @param {boolean=} isNumber whether the value is a number unless the signal is a string
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
