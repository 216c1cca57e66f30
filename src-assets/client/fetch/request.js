// Builds the request of an action: from the signals, a payload or a form.

import { matcher, pick } from '../signals/patch.js';
import { fault } from '../language/errors.js';

/** @typedef {{url: URL, init: RequestInit & {headers: Headers}}} Outgoing */

// Signals whose name, or whose parent's name, starts with an underscore stay in the browser.
const LOCAL = /(^|\.)_/;

/**
 * @param {import('../language/actions.js').Caller} caller
 * @param {string} method
 * @param {string} address
 * @param {import('../actions/http.js').Options} options
 * @returns {Outgoing | undefined} nothing if the form is not valid, which the user has then been told
 */
export const requestFrom = (caller, method, address, options) => {
  if (!address) throw fault('This action needs an address: @' + method.toLowerCase() + "('/path')", caller.el);
  const url = new URL(address, document.baseURI);
  const headers = new Headers({
    Accept: 'text/event-stream, text/html, application/json',
    'Datastar-Request': 'true',
  });
  const outgoing = { url, init: { method, headers } };
  const complete = options.contentType === 'form' ? addForm(outgoing, caller, options) : addJson(outgoing, options);
  for (const [name, value] of Object.entries(options.headers)) headers.set(name, value);
  return complete ? outgoing : undefined;
};

/** @param {Outgoing} outgoing */
const inAddress = ({ init: { method } }) => method === 'GET' || method === 'DELETE';

/** @param {Outgoing} outgoing @param {import('../actions/http.js').Options} options */
const addJson = (outgoing, { payload, filterSignals }) => {
  const json = JSON.stringify(payload ?? pick(matcher({ exclude: LOCAL, ...filterSignals })));
  if (inAddress(outgoing)) {
    outgoing.url.searchParams.set('datastar', json);
  } else {
    outgoing.init.headers.set('Content-Type', 'application/json');
    outgoing.init.body = json;
  }
  return true;
};

/**
 * @param {Outgoing} outgoing
 * @param {import('../language/actions.js').Caller} caller
 * @param {import('../actions/http.js').Options} options
 */
const addForm = (outgoing, { el, evt }, { selector }) => {
  const form = selector ? document.querySelector(selector) : el.closest('form');
  if (!(form instanceof HTMLFormElement)) {
    throw fault(
      selector
        ? 'No form matches the selector "' + selector + '".'
        : "contentType 'form' needs a form around the element, or the option selector: '#form'.",
      el,
    );
  }
  // A button's own click would submit the form the old way.
  if (evt?.type === 'click' && isButton(el)) evt.preventDefault();
  if (!form.noValidate && !form.reportValidity()) return false;
  const data = new FormData(form);
  const submitter = evt instanceof SubmitEvent ? evt.submitter : el;
  if (isButton(submitter) && submitter.name) data.append(submitter.name, submitter.value);
  addFields(outgoing, form, data);
  return true;
};

/** @param {any} el @returns {el is HTMLButtonElement | HTMLInputElement} */
const isButton = (el) => /^(button|input)$/.test(el?.localName) && el.type === 'submit';

/** @param {Outgoing} outgoing @param {HTMLFormElement} form @param {FormData} data */
const addFields = (outgoing, form, data) => {
  if (form.enctype === 'multipart/form-data' && !inAddress(outgoing)) {
    // The browser adds the content type, which names the boundary.
    outgoing.init.body = data;
    return;
  }
  const fields = new URLSearchParams(/** @type {any} */ (data));
  if (inAddress(outgoing)) fields.forEach((value, name) => outgoing.url.searchParams.append(name, value));
  else outgoing.init.body = fields;
};
