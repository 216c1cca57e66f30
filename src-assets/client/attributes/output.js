// Attributes that show signals: data-text, data-json-signals, data-show, data-attr, data-class, data-style. Each writes
// only what differs, since its own writes come back as changes.

import { effect } from '../signals/cell.js';
import { TEXT, attribute } from '../language/engine.js';
import { cased, kebab } from '../language/names.js';
import { own } from '../language/native.js';
import { matcher, pick } from '../signals/patch.js';

/** @typedef {import('../language/engine.js').Context} Context */

/**
 * Runs `update` when a signal changes, and when somebody else changes what it keeps in sync.
 *
 * @param {Context} context
 * @param {string} what
 * @param {() => void} update
 */
const keep = (context, what, update) => {
  context.guards = [[what, update]];
  return effect(update);
};

/** @param {Context} context @param {() => string} text */
const keepText = (context, text) =>
  keep(context, TEXT, () => {
    const wanted = text();
    if (own(context.el).textContent !== wanted) own(context.el).textContent = wanted;
  });

/**
 * Names and values, from `data-x:name="value"` or from `data-x="{name: value}"`.
 *
 * @param {Context} context
 * @param {string} name what the key stands for
 * @returns {[string, any][]}
 */
const named = ({ key, run }, name) => (key ? [[name, run()]] : Object.entries(run() ?? {}));

attribute('text', {
  key: 'never',
  value: 'must',
  returns: true,
  apply: (context) => keepText(context, () => String(context.run() ?? '')),
});

attribute('json-signals', {
  key: 'never',
  returns: true,
  apply: (context) =>
    keepText(context, () => {
      const picked = pick(matcher(context.run()));
      return JSON.stringify(picked, null, context.mods.terse ? 0 : 2);
    }),
});

attribute('show', {
  key: 'never',
  value: 'must',
  returns: true,
  apply(context) {
    const { style } = own(context.el);
    return keep(context, 'style', () => {
      const shown = !!context.run();
      if (shown === (style.display === 'none')) style.display = shown ? '' : 'none';
    });
  },
});

attribute('attr', {
  value: 'must',
  returns: true,
  apply(context) {
    const update = () => {
      context.guards = named(context, context.key).map(([name, value]) => {
        setAttribute(context.el, name, value);
        return [name, update];
      });
    };
    return effect(update);
  },
});

/** @param {Element} el @param {string} name @param {unknown} value */
const setAttribute = (el, name, value) => {
  if (value === false || value == null) return own(el).removeAttribute(name);
  const text = value === true ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  if (own(el).getAttribute(name) !== text) own(el).setAttribute(name, text);
};

attribute('class', {
  value: 'must',
  returns: true,
  apply(context) {
    const { classList } = own(context.el);
    /** @type {Set<string>} */
    const seen = new Set();
    const end = keep(context, 'class', () => {
      for (const [names, wanted] of named(context, cased(context.key, context.mods, 'kebab'))) {
        for (const name of names.split(/\s+/).filter(Boolean)) {
          seen.add(name);
          if (classList.contains(name) !== !!wanted) classList.toggle(name, !!wanted);
        }
      }
    });
    return () => {
      end();
      classList.remove(...seen);
    };
  },
});

attribute('style', {
  value: 'must',
  returns: true,
  apply(context) {
    const { style } = own(context.el);
    /** @type {Map<string, string>} the original values */
    const initial = new Map();
    /** @param {[string, any][]} values */
    const write = (values) => {
      const wanted = new Map(initial);
      for (const [name, value] of values) {
        if (!value && value !== 0) continue;
        if (!initial.has(name)) initial.set(name, style.getPropertyValue(name));
        wanted.set(name, String(value));
      }
      wanted.forEach((text, name) => {
        if (style.getPropertyValue(name) !== text) style.setProperty(name, text);
      });
    };
    const end = keep(context, 'style', () =>
      write(named(context, context.key).map(([name, value]) => [kebab(name), value])),
    );
    return () => {
      end();
      write([]);
    };
  },
});
