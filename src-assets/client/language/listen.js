// Listening until the end of an attribute.

import { own } from './native.js';

/**
 * @param {EventTarget} target
 * @param {string} type
 * @param {(evt: any) => void} listener
 * @param {AddEventListenerOptions=} options
 * @returns {() => void} ends it
 */
export const listen = (target, type, listener, options) => {
  own(target).addEventListener(type, listener, options);
  return () => own(target).removeEventListener(type, listener, options);
};
