// Listens until an attribute ends.

import { own } from './native.js';

/**
 * @param {EventTarget} target
 * @param {string} type
 * @param {(evt: any) => void} listener
 * @param {AddEventListenerOptions=} options
 * @returns {() => void} stops listening
 */
export const listen = (target, type, listener, options) => {
  own(target).addEventListener(type, listener, options);
  return () => own(target).removeEventListener(type, listener, options);
};
