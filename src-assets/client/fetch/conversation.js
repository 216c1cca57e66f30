// One action's conversation with the server: the request, its response, and all retries.

import { page } from '../language/native.js';
import { takeOver } from './build.js';
import { find, lose } from './freshness.js';
import { tell } from './lifecycle.js';
import { hear, pause } from './pauses.js';
import { receive } from './response.js';
import { watch } from './watchdog.js';

/** @typedef {import('./request.js').Outgoing} Outgoing */
/** @typedef {'retry' | 'end' | 'hidden' | 'frozen' | 'refused'} Next */

/** The reason when the same action of the same element has started again. */
export const REPLACED = 'replaced';

export class Conversation {
  /**
   * @param {Element} el
   * @param {() => Outgoing | undefined} build creates the request from the current state
   * @param {import('../actions/http.js').Options} options
   * @param {AbortSignal} signal
   */
  constructor(el, build, options, signal) {
    this.el = el;
    this.build = build;
    this.options = options;
    this.signal = signal;
    this.interval = options.retryInterval;
    this.tries = 0;
    this.lastId = '';
    this.call = '';
    // The server does not know of anything done here later than this. A stream answers nothing that is done.
    this.sent = 0;
    // A live stream's headers name its page and its greatest silence.
    this.live = false;
  }

  /**
   * A retry sends the same body again; a tab that is shown again sends its current state.
   *
   * @param {Outgoing | undefined} request
   */
  async hold(request) {
    while (request) {
      const next = await this.attempt(request);
      if (next === 'retry' && this.live) lose(this);
      if (next === 'retry' && !(await this.backOff())) break;
      if (next === 'end' || this.signal.aborted) break;
      if (next === 'frozen' || next === 'refused') await pause(this.signal, ['pageshow', 'visibilitychange']);
      else if (this.mustHide()) await pause(this.signal, ['visibilitychange']);
      else if (next === 'retry') continue;
      if (this.signal.aborted) break;
      request = this.build();
    }
    // Only giving up leaves the page out of date.
    if (this.live && this.tries < this.options.retryMaxCount) find(this);
  }

  mustHide() {
    return !this.options.openWhenHidden && page.hidden;
  }

  /**
   * @param {Outgoing} request
   * @returns {Promise<Next>}
   */
  async attempt({ url, init }) {
    if (this.signal.aborted) return 'end';
    // The reason says what comes next.
    const abort = new AbortController();
    const attempt = { signal: abort.signal };
    hear(['visibilitychange'], () => this.mustHide() && abort.abort('hidden'), abort.signal);
    // The back/forward cache does not keep a page with an open connection.
    hear(['pagehide'], ({ persisted }) => persisted && this.live && abort.abort('frozen'), abort.signal);
    try {
      if (this.lastId) init.headers.set('last-event-id', this.lastId);
      else init.headers.delete('last-event-id');
      // A call that is repeated because its response was lost is still the same call, and does not count twice.
      this.call ||= crypto.getRandomValues(new Uint32Array(4)).join('-');
      // A stream says that it is one, so that the server can rely on what is done here if it refuses.
      init.headers.set(this.options.retry === 'always' ? 'Lodestar-Stream' : 'Lodestar-Call', this.call);
      this.sent = this.live ? 0 : performance.now();
      const sent = fetch(url, { ...init, ...attempt });
      /** @type {Promise<void>} */
      const gone = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve(), attempt));
      gone.then(async () => {
        // Two quick clicks are two clicks: a request that changes something still reaches the server, though its
        // response is dropped.
        if (this.signal.reason === REPLACED && init.method !== 'GET') await sent.catch(() => {});
        abort.abort();
      });
      const response = await Promise.race([sent, gone]);
      return response ? await this.answer(response, this.attend(response, abort)) : 'end';
    } catch {
      // Only the network or a new build can fail here: a response changes the page in event listeners.
      if (this.signal.aborted) return 'end';
      return abort.signal.reason ?? (this.options.retry === 'never' ? 'end' : 'retry');
    } finally {
      if (!this.signal.aborted) abort.abort();
    }
  }

  /**
   * Watches a live stream.
   *
   * @param {Response} response
   * @param {AbortController} abort ends this attempt
   * @returns {() => void} to call whenever something arrives
   */
  attend({ ok, headers }, abort) {
    const interval = +(headers.get('Lodestar-Heartbeat') ?? 0);
    if (!ok || !interval) return () => {};
    this.live = true;
    this.sent = 0;
    return watch(interval, abort.signal, () => abort.abort('retry'));
  }

  /** @param {Response} response @param {() => void} heard @returns {Promise<Next>} */
  async answer(response, heard) {
    const { retry } = this.options;
    const { status, headers } = response;
    this.call = '';
    if (status === 200) {
      if (this.live) {
        await takeOver(response, this.el);
        find(this);
      }
      // The next failure is a first one again.
      this.tries = 0;
      const streamed = await receive(response, this, heard);
      return streamed && retry === 'always' ? 'retry' : 'end';
    }
    const failed = status >= 400;
    if (failed) tell('error', this.el, { status: String(status) });
    // In development, the server says what failed.
    if (headers.has('Lodestar-Show')) await receive(response, this, heard);
    else if (failed && headers.has('Lodestar-Page')) {
      lose(this, await response.text());
      // The view itself refuses. Asking again is useless until the person comes back, for example after logging in
      // elsewhere.
      if (status < 500) return 'refused';
    }
    if (status === 204 || (status >= 300 && status < 400)) return 'end';
    return retry === 'always' || (retry === 'error' && failed) ? 'retry' : 'end';
  }

  /**
   * Waits a random time up to the current interval, so that a thousand clients that lost one server at the same moment
   * come back spread out.
   *
   * @returns {Promise<boolean>} whether to try again
   */
  async backOff() {
    const { retryMaxCount, retryMaxWait, retryScaler } = this.options;
    if (this.tries >= retryMaxCount) {
      tell('retries-failed', this.el);
      return false;
    }
    const wait = Math.random() * Math.min(this.interval * retryScaler ** this.tries++, retryMaxWait);
    tell('retrying', this.el, { message: 'Trying again in ' + Math.round(wait) + ' ms' });
    await pause(this.signal, ['online', 'visibilitychange'], wait);
    return true;
  }
}
