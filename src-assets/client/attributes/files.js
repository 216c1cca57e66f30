// data-bind on a file input: a signal with the chosen files.

import { listen } from '../language/listen.js';
import { peekPath, writePath } from '../signals/patch.js';

/**
 * Only a person can choose files, so the signal never changes the input.
 *
 * @param {HTMLInputElement} el
 * @param {string} name the signal's name
 */
export const bindFiles = (el, name) => {
  const read = async () => writePath(name, await Promise.all([...(el.files ?? [])].map(contentOf)));
  if (peekPath(name) === undefined) writePath(name, []);
  return listen(el, 'change', read);
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
