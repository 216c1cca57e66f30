// Makes an element's attributes those of its new markup, and its live state follow where the markup's changed.

import { own } from '../language/native.js';
import { markup, said } from './markup.js';
import { takeValue } from './typing.js';

/**
 * What somebody typed, ticked or opened stays, unless the server now says something else than before.
 *
 * @param {any} old
 * @param {any} fresh
 * @returns {boolean} whether it is a control that got another value
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
    // Markup may hold names that setAttribute refuses, like "@x".
    if (attribute) own(old).setAttributeNode(attribute.cloneNode());
    // A modal one that only lost the attribute would leave the page inert.
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
