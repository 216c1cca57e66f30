// The actions that talk to the server: @get, @post, @put, @patch, @delete.

import { peek } from '../signals/cell.js';
import { action } from '../language/actions.js';
import { requestFrom } from '../fetch/request.js';
import { Conversation, REPLACED } from '../fetch/conversation.js';

/** @typedef {import('../language/actions.js').Caller} Caller */

/**
 * @typedef {object} Options
 * @property {'json' | 'form'} contentType
 * @property {string=} selector of the form
 * @property {import('../signals/patch.js').Filter} filterSignals
 * @property {unknown=} payload is sent in place of the signals
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
 * What is under way, by element and then by method and URL: an action replaces its own predecessor only.
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
  const { signal, done } = cancellation(caller, method + ' ' + url, options.requestCancellation);
  try {
    await new Conversation(caller.el, build, options, signal).hold(request);
  } finally {
    done();
  }
};

/**
 * @param {Caller} caller
 * @param {string} what
 * @param {Options['requestCancellation']} mode
 * @returns {{signal: AbortSignal, done: () => void}}
 */
const cancellation = ({ el, cleanups }, what, mode) => {
  const controller = mode instanceof AbortController ? mode : new AbortController();
  const { signal } = controller;
  if (mode !== 'auto' && mode !== 'cleanup') return { signal, done() {} };
  let all = underway.get(el);
  if (!all) underway.set(el, (all = new Map()));
  const mine = all;
  mine.get(what)?.abort(REPLACED);
  mine.set(what, controller);
  const abort = () => controller.abort();
  if (mode === 'cleanup') cleanups.add(abort);
  return {
    signal,
    done() {
      cleanups.delete(abort);
      if (mine.get(what) === controller) mine.delete(what);
    },
  };
};

for (const name of ['get', 'post', 'put', 'patch', 'delete']) {
  action(name, (caller, url, options) => send(caller, name.toUpperCase(), url, options).catch(reportError));
}
