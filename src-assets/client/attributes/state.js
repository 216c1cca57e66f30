// Attributes that create signals: data-signals, data-computed, data-ref, data-indicator.

import { Cell, effect } from '../signals/cell.js';
import { isBranch, nest } from '../signals/tree.js';
import { mergePatch, peekPath, writePath } from '../signals/patch.js';
import { attribute } from '../language/engine.js';
import { fault } from '../language/errors.js';
import { cased } from '../language/names.js';
import { FETCH } from '../fetch/lifecycle.js';
import { listen } from '../language/listen.js';

/** @typedef {import('../language/engine.js').Context} Context */

/**
 * The signal named by the key, or by the value if there is none.
 *
 * @param {Context} context
 */
export const signalName = ({ key, value, mods }) => (key ? cased(key, mods, 'camel') : value);

attribute('signals', {
  returns: true,
  apply({ el, key, mods, run, value, name }) {
    const onlyMissing = !!mods.ifmissing;
    const given = value || !key ? run() : '';
    if (key) return mergePatch(nest([[cased(key, mods, 'camel'), given]]), onlyMissing);
    if (!isBranch(given)) throw fault('This needs an object: data-signals="{name: value}"', el, name);
    mergePatch(given, onlyMissing);
  },
});

attribute('computed', {
  value: 'must',
  returns: true,
  apply({ el, key, mods, run, name }) {
    if (key) return compute(cased(key, mods, 'camel'), run);
    const cleanups = leaves(run(), '').map(([path, derive]) => {
      if (typeof derive === 'function') return compute(path, derive);
      throw fault('"' + path + '" must be a function: data-computed="{' + path + ': () => ...}"', el, name);
    });
    return () => cleanups.forEach((cleanup) => cleanup());
  },
});

/**
 * @param {string} path
 * @param {() => unknown} derive
 */
const compute = (path, derive) => {
  const cell = new Cell(undefined, derive);
  writePath(path, cell);
  return () => cell.dispose();
};

/**
 * @param {any} node
 * @param {string} prefix
 * @returns {[string, any][]}
 */
const leaves = (node, prefix) =>
  Object.entries(node ?? {}).flatMap(([key, value]) =>
    isBranch(value) ? leaves(value, prefix + key + '.') : [[prefix + key, value]],
  );

attribute('effect', {
  key: 'never',
  value: 'must',
  apply: ({ run }) => effect(run),
});

attribute('ref', {
  key: 'either',
  plain: true,
  apply(context) {
    const name = signalName(context);
    writePath(name, context.el);
    return () => {
      if (peekPath(name) === context.el) writePath(name, null);
    };
  },
});

attribute('indicator', {
  key: 'either',
  plain: true,
  apply(context) {
    const name = signalName(context);
    let running = 0;
    /** @param {any} evt */
    const count = ({ detail: { type, el } }) => {
      if (el !== context.el) return;
      if (type === 'started' && !running++) writePath(name, true);
      if (type === 'finished' && !--running) writePath(name, false);
    };
    const end = listen(document, FETCH, count);
    writePath(name, false);
    return () => {
      end();
      writePath(name, false);
    };
  },
});
