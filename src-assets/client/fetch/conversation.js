// One action's talk with the server: the request, its answer, and all tries that it takes.

import { find, lose } from './freshness.js';
import { tell } from './lifecycle.js';
import { aborted, nap, restored, shown } from './pauses.js';
import { receive } from './response.js';
import { watch } from './watchdog.js';

/** @typedef {import('./request.js').Outgoing} Outgoing */

const HIDDEN = 'hidden';
const FROZEN = 'frozen';
const SILENT = 'silent';

/** Why a conversation is over whose element has started the same one anew. */
export const REPLACED = 'replaced';

export class Conversation {
  /**
   * @param {Element} el
   * @param {() => Outgoing | undefined} build makes the request anew from the present state
   * @param {import('../actions/http.js').Options} options
   * @param {AbortSignal} signal
   */
  constructor(el, build, options, signal) {
    this.el = el;
    this.build = build;
    this.options = options;
    this.signal = signal;
    this.base = options.retryInterval;
    this.lastId = '';
    this.interval = this.base;
    this.tries = 0;
    // A live stream says in its headers how often it is heard of at least, and of which page it is.
    this.live = false;
    /** @type {string | null} */
    this.page = null;
  }

  /** The server answered well: the next failure is a first one. */
  rested() {
    this.interval = this.base;
    this.tries = 0;
  }

  /** @param {number} millis what the server asks to wait before coming back */
  pace(millis) {
    this.base = this.interval = millis;
  }

  /** @param {Outgoing} first */
  async hold(first) {
    tell('started', this.el);
    try {
      await this.tryOn(first);
    } finally {
      tell('finished', this.el);
    }
  }

  /**
   * A retry sends the same body again; who comes back from a hidden tab tells its present state.
   *
   * @param {Outgoing | undefined} request
   */
  async tryOn(request) {
    while (request) {
      const next = await this.attempt(request);
      if (next === 'retry' && this.live) lose(this);
      if (next === 'retry' && !(await this.backOff())) break;
      if (next === 'end' || this.signal.aborted) break;
      if (next === FROZEN) await restored(this.signal);
      else if (next === HIDDEN || this.mustHide()) await shown(this.signal);
      else continue;
      if (this.signal.aborted) break;
      request = this.build();
    }
    // Only who gave up leaves the page out of date.
    if (this.live && this.tries < this.options.retryMaxCount) find(this);
  }

  mustHide() {
    return !this.options.openWhenHidden && document.hidden;
  }

  /**
   * @param {Outgoing} request
   * @returns {Promise<'retry' | 'end' | 'hidden' | 'frozen'>}
   */
  async attempt({ url, init }) {
    const abort = new AbortController();
    const over = new AbortController();
    const listening = { signal: over.signal };
    document.addEventListener('visibilitychange', () => this.mustHide() && abort.abort(HIDDEN), listening);
    // A page with an open connection is not kept for who comes back.
    window.addEventListener('pagehide', (evt) => evt.persisted && this.live && abort.abort(FROZEN), listening);
    try {
      if (this.lastId) init.headers.set('last-event-id', this.lastId);
      else init.headers.delete('last-event-id');
      const sent = fetch(url, { ...init, signal: abort.signal });
      const ended = aborted(this.signal);
      ended.catch(async () => {
        // Two quick clicks are two clicks: what changes something reaches the server, though its answer is dropped.
        if (this.signal.reason === REPLACED && init.method !== 'GET') await sent.catch(() => {});
        abort.abort();
      });
      const response = await Promise.race([sent, ended]);
      return await this.answer(response, this.attend(response, abort, over.signal));
    } catch {
      // Only the network fails here: what an answer does to the page, happens in listeners.
      if (this.signal.aborted) return 'end';
      const { reason } = abort.signal;
      if (reason === HIDDEN || reason === FROZEN) return reason;
      if (reason === SILENT) return 'retry';
      return this.options.retry === 'never' ? 'end' : 'retry';
    } finally {
      over.abort();
    }
  }

  /**
   * Sees to a live stream: it is watched, and the page that it is of is loaded if that is another than before.
   *
   * @param {Response} response
   * @param {AbortController} abort ends the attempt
   * @param {AbortSignal} over aborts when it has ended
   * @returns {() => void} to be called when something was heard
   */
  attend({ ok, headers }, abort, over) {
    const interval = +(headers.get('Lodestar-Heartbeat') ?? 0);
    if (!ok || !interval) return () => {};
    const page = headers.get('Lodestar-Page');
    if (this.live && page !== this.page) location.reload();
    this.live = true;
    this.page = page;
    find(this);
    return watch(interval, over, () => abort.abort(SILENT));
  }

  /** @param {Response} response @param {() => void} heard @returns {Promise<'retry' | 'end'>} */
  async answer(response, heard) {
    const { retry } = this.options;
    const { status, headers } = response;
    if (status === 200) {
      this.rested();
      const streamed = await receive(response, this, heard);
      return streamed && retry === 'always' ? 'retry' : 'end';
    }
    // The server says what is wrong, for the page to show.
    if (headers.has('Lodestar-Show')) await receive(response, this, heard);
    else response.body?.cancel().catch(() => {});
    const failed = status >= 400;
    if (failed) tell('error', this.el, { status: String(status) });
    if (status === 204 || (status >= 300 && status < 400)) return 'end';
    return retry === 'always' || (retry === 'error' && failed) ? 'retry' : 'end';
  }

  /**
   * Waits anywhere between nothing and the present interval: a thousand clients that lost one server at the same moment
   * come back spread out.
   *
   * @returns {Promise<boolean>} whether another try is due
   */
  async backOff() {
    const { retryMaxCount, retryMaxWait, retryScaler } = this.options;
    if (this.tries >= retryMaxCount) {
      tell('retries-failed', this.el);
      return false;
    }
    this.tries++;
    const wait = Math.random() * Math.min(this.interval, retryMaxWait);
    this.interval = Math.min(this.interval * retryScaler, retryMaxWait);
    tell('retrying', this.el, { message: 'Trying again in ' + Math.round(wait) + ' ms' });
    await nap(wait, this.signal);
    return !this.signal.aborted;
  }
}
