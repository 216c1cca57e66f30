// Builds an action's request from the signals, a payload or a form.

import { own, page } from '../language/native.js';
import { matcher, pick } from '../signals/patch.js';
import { fault } from '../language/errors.js';

/** @typedef {{url: URL, init: RequestInit & {headers: Headers}}} Outgoing */
/** @typedef {import('../language/actions.js').Caller} Caller */
/** @typedef {import('../actions/http.js').Options} Options */

// Signals stay in the browser if their name, or that of an object around them, starts with an underscore.
const LOCAL = /(^|\.)_/;

/**
 * @param {Caller} caller
 * @param {string} method
 * @param {string} address
 * @param {Options} options
 * @returns {Outgoing | undefined} undefined if the form is invalid, which the browser has then reported
 */
export const requestFrom = (caller, method, address, options) => {
  if (!address) throw fault("This action needs an address: @get('/path')", caller.el);
  const url = new URL(address, page.baseURI);
  const headers = new Headers({
    Accept: 'text/event-stream, text/html, application/json',
    'Datastar-Request': 'true',
  });
  /** @type {Outgoing} */
  const outgoing = { url, init: { method, headers, cache: 'no-store' } };
  const complete = (options.contentType === 'form' ? addForm : addJson)(outgoing, options, caller);
  for (const [name, value] of Object.entries(options.headers)) headers.set(name, value);
  return complete ? outgoing : undefined;
};

/** @param {Outgoing} outgoing */
const inAddress = ({ init: { method } }) => method === 'GET' || method === 'DELETE';

/** @param {Outgoing} outgoing @param {Options} options */
const addJson = (outgoing, { payload, filterSignals }) => {
  const { url, init } = outgoing;
  const json = JSON.stringify(payload ?? pick(matcher({ exclude: LOCAL, ...filterSignals })));
  if (inAddress(outgoing)) {
    url.searchParams.set('datastar', json);
  } else {
    init.headers.set('Content-Type', 'application/json');
    init.body = json;
  }
  return true;
};

/** @param {Outgoing} outgoing @param {Options} options @param {Caller} caller */
const addForm = (outgoing, { selector }, { el, evt }) => {
  const { url, init } = outgoing;
  const form = selector ? page.querySelector(selector) : own(el).closest('form');
  if (!(form instanceof HTMLFormElement)) {
    throw fault("contentType 'form' needs a form around the element, or the selector of one", el);
  }
  // The button's own click would submit the form natively.
  if (evt?.type === 'click' && isButton(el)) evt.preventDefault();
  const { noValidate, reportValidity, enctype } = own(form);
  if (!noValidate && !reportValidity()) return false;
  const data = new FormData(form);
  const submitter = evt instanceof SubmitEvent ? evt.submitter : el;
  if (isButton(submitter) && submitter.name) data.append(submitter.name, submitter.value);
  const fields = new URLSearchParams(/** @type {any} */ (data));
  if (inAddress(outgoing)) fields.forEach((value, name) => url.searchParams.append(name, value));
  // The browser adds the content type, which includes a boundary.
  else init.body = enctype === 'multipart/form-data' ? data : fields;
  return true;
};

/** @param {any} el @returns {el is HTMLButtonElement | HTMLInputElement} */
const isButton = (el) => (el instanceof HTMLButtonElement || el instanceof HTMLInputElement) && el.type === 'submit';
