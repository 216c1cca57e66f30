// Listening until the end of an attribute.

/**
 * @param {EventTarget} target
 * @param {string} type
 * @param {(evt: any) => void} listener
 * @param {AddEventListenerOptions=} options
 * @returns {() => void} ends it
 */
export const listen = (target, type, listener, options) => {
  target.addEventListener(type, listener, options);
  return () => target.removeEventListener(type, listener, options);
};
