// The actions that send requests: @get, @post, @put, @patch, @delete.

import { peek } from '../signals/cell.js';
import { action } from '../language/actions.js';
import { requestFrom } from '../fetch/request.js';
import { Conversation, REPLACED } from '../fetch/conversation.js';
import { tell } from '../fetch/lifecycle.js';

/** @typedef {import('../language/actions.js').Caller} Caller */

/**
 * @typedef {object} Options
 * @property {'json' | 'form'} contentType
 * @property {string=} selector selects the form
 * @property {import('../signals/patch.js').Filter} filterSignals
 * @property {unknown=} payload sent in place of the signals
 * @property {Record<string, string>} headers
 * @property {boolean} openWhenHidden
 * @property {'auto' | 'cleanup' | 'disabled' | AbortController} requestCancellation
 * @property {'auto' | 'error' | 'always' | 'never'} retry
 * @property {number} retryInterval milliseconds
 * @property {number} retryScaler
 * @property {number} retryMaxWait milliseconds
 * @property {number} retryMaxCount
 */

/** @param {string} method @returns {Options} */
const defaults = (method) => ({
  contentType: 'json',
  filterSignals: {},
  headers: {},
  openWhenHidden: method !== 'GET',
  requestCancellation: 'auto',
  retry: 'auto',
  retryInterval: 1000,
  retryScaler: 2,
  retryMaxWait: 30_000,
  retryMaxCount: 10,
});

/**
 * The running requests, by element and then by method and URL: an action replaces only its own predecessor.
 *
 * @type {WeakMap<Element, Map<string, AbortController>>}
 */
const underway = new WeakMap();

/** @param {Caller} caller @param {string} method @param {string} url @param {Partial<Options>=} given */
const send = async (caller, method, url, given) => {
  const options = { ...defaults(method), ...given };
  const build = () => peek(() => requestFrom(caller, method, url, options));
  const request = build();
  if (!request) return;
  const { el, cleanups } = caller;
  const mode = options.requestCancellation;
  const controller = mode instanceof AbortController ? mode : new AbortController();
  const abort = () => controller.abort();
  if (mode === 'cleanup') cleanups.add(abort);
  const end = mode === 'auto' || mode === 'cleanup' ? replace(el, method + ' ' + url, controller) : () => {};
  tell('started', el);
  try {
    await new Conversation(el, build, options, controller.signal).hold(request);
  } finally {
    tell('finished', el);
    cleanups.delete(abort);
    end();
  }
};

/**
 * @param {Element} el
 * @param {string} what
 * @param {AbortController} controller
 * @returns {() => void} forgets the request
 */
const replace = (el, what, controller) => {
  const all = underway.get(el) ?? new Map();
  underway.set(el, all);
  all.get(what)?.abort(REPLACED);
  all.set(what, controller);
  return () => {
    if (all.get(what) === controller) all.delete(what);
  };
};

for (const name of ['get', 'post', 'put', 'patch', 'delete']) {
  action(name, (caller, url, options) => send(caller, name.toUpperCase(), url, options).catch(reportError));
}
