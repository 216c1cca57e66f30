// One action's talk with the server: the request, its answer, and all tries that it takes.

import { tell } from './lifecycle.js';
import { aborted, nap, shown } from './pauses.js';
import { receive } from './response.js';

/** @typedef {import('./request.js').Outgoing} Outgoing */

const HIDDEN = 'hidden';

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
      if (next === 'retry' && !(await this.backOff())) return;
      if (next === 'end' || this.signal.aborted) return;
      if (next === HIDDEN || this.mustHide()) {
        await shown(this.signal);
        if (this.signal.aborted) return;
        request = this.build();
      }
    }
  }

  mustHide() {
    return !this.options.openWhenHidden && document.hidden;
  }

  /**
   * @param {Outgoing} request
   * @returns {Promise<'retry' | 'end' | 'hidden'>}
   */
  async attempt({ url, init }) {
    const abort = new AbortController();
    const hide = () => this.mustHide() && abort.abort(HIDDEN);
    document.addEventListener('visibilitychange', hide);
    try {
      if (this.lastId) init.headers.set('last-event-id', this.lastId);
      else init.headers.delete('last-event-id');
      const sent = fetch(url, { ...init, signal: abort.signal });
      const over = aborted(this.signal);
      over.catch(async () => {
        // Two quick clicks are two clicks: what changes something reaches the server, though its answer is dropped.
        if (this.signal.reason === REPLACED && init.method !== 'GET') await sent.catch(() => {});
        abort.abort();
      });
      return await this.answer(await Promise.race([sent, over]));
    } catch {
      // Only the network fails here: what an answer does to the page, happens in listeners.
      if (this.signal.aborted) return 'end';
      if (abort.signal.aborted) return HIDDEN;
      return this.options.retry === 'never' ? 'end' : 'retry';
    } finally {
      document.removeEventListener('visibilitychange', hide);
    }
  }

  /** @param {Response} response @returns {Promise<'retry' | 'end'>} */
  async answer(response) {
    const { retry } = this.options;
    const { status } = response;
    if (status === 200) {
      this.rested();
      const streamed = await receive(response, this);
      return streamed && retry === 'always' ? 'retry' : 'end';
    }
    response.body?.cancel().catch(() => {});
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
