// Attributes that run an expression on an event: data-on, data-init, data-on-interval, data-on-intersect,
// data-on-signal-patch.

import { batch } from '../signals/cell.js';
import { attribute } from '../language/engine.js';
import { cased, millis } from '../language/names.js';
import { own } from '../language/native.js';
import { listen } from '../language/listen.js';
import { timed } from '../language/timing.js';
import { FETCH } from '../fetch/lifecycle.js';
import { matcher, pick } from '../signals/patch.js';
import { SIGNAL_PATCH } from '../signals/tree.js';

/** @typedef {import('../language/engine.js').Context} Context */

/**
 * Each run is one batch. A listener may be called inside an effect, which must not depend on what the listener reads.
 *
 * @param {Context} context
 */
const trigger = ({ run, mods }) => timed((evt) => batch(() => run(evt)), mods);

attribute('on', {
  key: 'must',
  value: 'must',
  apply(context) {
    const { el, key, mods } = context;
    const event = cased(key, mods, 'kebab');
    const target = targetOf(el, event, mods);
    const submits = event === 'submit' && el instanceof HTMLFormElement;
    const run = trigger(context);
    /** @param {Event} evt */
    const listener = (evt) => {
      if (mods.outside && own(el).contains(evt.target)) return;
      if (mods.once) end();
      if (mods.prevent || submits) evt.preventDefault();
      if (mods.stop) evt.stopPropagation();
      run(evt);
    };
    const end = listen(target, event, listener, { capture: !!mods.capture, passive: !!mods.passive });
    return end;
  },
});

/** @param {Element} el @param {string} event @param {import('../language/names.js').Modifiers} mods */
const targetOf = (el, event, mods) => {
  if (mods.window) return window;
  const ownEvents = event === FETCH || event === SIGNAL_PATCH;
  return ownEvents || mods.document || mods.outside ? document : el;
};

attribute('init', {
  key: 'never',
  value: 'must',
  apply: (context) => trigger(context)(),
});

attribute('on-interval', {
  key: 'never',
  value: 'must',
  apply(context) {
    const tags = context.mods.duration;
    const run = trigger(context);
    if (tags?.includes('leading')) run();
    const timer = setInterval(() => run(), millis(tags, 1000));
    return () => clearInterval(timer);
  },
});

attribute('on-intersect', {
  key: 'never',
  value: 'must',
  apply(context) {
    const { el, mods } = context;
    const run = trigger(context);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting === !!mods.exit) continue;
          run();
          if (mods.once) return observer.disconnect();
        }
      },
      { threshold: threshold(mods) },
    );
    observer.observe(el);
    return () => observer.disconnect();
  },
});

/** @param {import('../language/names.js').Modifiers} mods */
const threshold = (mods) => {
  if (mods.full) return 1;
  if (mods.half) return 0.5;
  return Math.min(100, +(mods.threshold?.[0] ?? 0)) / 100;
};

/** @type {WeakMap<Element, import('../signals/patch.js').Filter>} which signals data-on-signal-patch listens to */
const filters = new WeakMap();

attribute('on-signal-patch-filter', {
  key: 'never',
  value: 'must',
  returns: true,
  apply({ el, run }) {
    filters.set(el, run());
    return () => filters.delete(el);
  },
});

attribute('on-signal-patch', {
  key: 'never',
  value: 'must',
  args: ['patch'],
  apply({ el, run, mods }) {
    let running = false;
    const listener = timed((/** @type {any} */ evt) => {
      const patch = pick(matcher(filters.get(el)), evt.detail);
      if (running || !Object.keys(patch).length) return;
      running = true;
      try {
        batch(() => run(undefined, patch));
      } finally {
        running = false;
      }
    }, mods);
    return listen(document, SIGNAL_PATCH, listener);
  },
});
