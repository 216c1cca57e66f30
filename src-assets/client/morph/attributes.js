// Gives an element the attributes of its new markup, and its live state as well where the markup has changed.

import { own } from '../language/native.js';
import { markup, said } from './markup.js';
import { takeValue } from './typing.js';

/**
 * What somebody typed, ticked or opened stays, unless the server now says something other than before.
 *
 * @param {any} old
 * @param {any} fresh
 * @returns {boolean} whether it is a control with a new value
 */
export const morphAttributes = (old, fresh) => {
  const kept = own(fresh).getAttribute('data-preserve-attr')?.split(/\s+/) ?? [];
  const changed = new Set(
    [...own(fresh).getAttributeNames(), ...own(old).getAttributeNames(), ...(said.get(old)?.keys() ?? [])].filter(
      (name) => name && !kept.includes(name) && markup(old, name) !== own(fresh).getAttribute(name),
    ),
  );
  const isArea = old instanceof HTMLTextAreaElement;
  const isField = isArea || (old instanceof HTMLInputElement && old.type !== 'file');
  /** @type {any} */
  const field = old;
  const { value, checked } = field;
  for (const name of changed) {
    said.get(old)?.delete(name);
    const attribute = own(fresh).getAttributeNode(name);
    // Markup may contain names that setAttribute refuses, such as "@x".
    if (attribute) own(old).setAttributeNode(attribute.cloneNode());
    // A modal dialog that merely lost the attribute would leave the page inert.
    else if (name === 'open' && old instanceof HTMLDialogElement) old.close();
    else own(old).removeAttribute(name);
  }
  if (!isField) return false;
  if (changed.has('checked')) field.checked = fresh.checked;
  const isSaid = isArea ? old.defaultValue !== fresh.defaultValue : changed.has('value');
  if (isArea && isSaid) old.defaultValue = fresh.defaultValue;
  if (isSaid && !kept.includes('value')) takeValue(old, isArea ? fresh.value : (own(fresh).getAttribute('value') ?? ''));
  return (isSaid || changed.has('checked')) && (field.value !== value || field.checked !== checked);
};
