// Brings data-* attributes to life and lets them go again. One MutationObserver sees every change of the document.

import { act } from './actions.js';
import { expression } from './bound.js';
import { fault } from './errors.js';
import { parseName } from './names.js';

/**
 * One attribute at work on one element.
 *
 * @typedef {object} Context
 * @property {Element} el
 * @property {string} attribute the whole name, for messages
 * @property {string} key
 * @property {string} value
 * @property {import('./names.js').Modifiers} mods
 * @property {(evt?: Event, ...more: unknown[]) => any} run evaluates the value
 * @property {Set<() => void>} cleanups run when the attribute or its element goes
 * @property {(what: string, restore: () => void) => void} guard calls `restore` when somebody else, like a morph, has
 *     changed this attribute of the element, or its content for TEXT
 *
 * @typedef {object} Plugin
 * @property {'must' | 'never' | 'either'=} key whether a key is needed; 'either' means exactly one of key and value
 * @property {'must'=} value whether a value is needed
 * @property {boolean=} plain whether the value is a name and no expression
 * @property {boolean=} returns whether the value of the expression is wanted
 * @property {string[]=} args names that the expression sees besides el and evt
 * @property {(context: Context) => void | (() => void)} apply may return a cleanup
 *
 * @typedef {{value: string, cleanups: Set<() => void>, guards: [string, () => void][]}} Applied
 */

export const TEXT = '#text';

/** @type {Map<string, Plugin>} */
const plugins = new Map();

/** @type {WeakMap<Element, Map<string, Applied>>} */
const applied = new WeakMap();

/**
 * @param {string} name
 * @param {Plugin} plugin
 */
export const attribute = (name, plugin) => void plugins.set(name, plugin);

/**
 * Applies what is not applied yet, depth first in document order.
 *
 * @param {Element} el
 */
export const adopt = (el) => {
  if (!el.parentElement?.closest('[data-ignore]')) adoptTree(el);
};

/** @param {Element} el */
const adoptTree = (el) => {
  if (el.hasAttribute('data-ignore')) return;
  if (!el.hasAttribute('data-ignore__self')) {
    for (const { name, value } of [...el.attributes]) if (name.startsWith('data-')) apply(el, name, value);
  }
  for (let child = el.firstElementChild; child; child = child.nextElementSibling) adoptTree(child);
};

/** @param {Element} el */
const release = (el) => {
  releaseOne(el);
  for (const each of el.getElementsByTagName('*')) releaseOne(each);
};

/** @param {Element} el */
const releaseOne = (el) => {
  for (const each of applied.get(el)?.values() ?? []) end(each);
  applied.delete(el);
};

/** @param {Applied} one */
const end = (one) => {
  for (const cleanup of one.cleanups) cleanup();
};

/** @param {Element} el @param {string} name @param {string} value */
const apply = (el, name, value) => {
  const { plugin: pluginName, key, mods } = parseName(name);
  const plugin = plugins.get(pluginName);
  if (!plugin) return;
  let all = applied.get(el);
  if (!all) applied.set(el, (all = new Map()));
  const before = all.get(name);
  if (before?.value === value) return;
  if (before) end(before);
  /** @type {Applied} */
  const one = { value, cleanups: new Set(), guards: [] };
  all.set(name, one);
  try {
    demand(plugin, el, name, key, value);
    const cleanup = plugin.apply({
      el,
      attribute: name,
      key,
      value,
      mods,
      run: evaluator(plugin, el, name, value, one.cleanups),
      cleanups: one.cleanups,
      guard: (what, restore) => void one.guards.push([what, restore]),
    });
    if (cleanup) one.cleanups.add(cleanup);
  } catch (error) {
    reportError(error);
  }
};

/** @param {Plugin} plugin @param {Element} el @param {string} name @param {string} key @param {string} value */
const demand = (plugin, el, name, key, value) => {
  const head = 'data-' + parseName(name).plugin;
  if (plugin.key === 'must' && !key) throw fault('This needs a name after a colon: ' + head + ':name="..."', el, name);
  if (plugin.key === 'never' && key) throw fault('This takes no name: write ' + head + '="..."', el, name);
  if (plugin.key === 'either' && !key === !value) {
    throw fault('Name the signal once: ' + head + ':name or ' + head + '="name"', el, name);
  }
  if (plugin.value === 'must' && !value) throw fault('This needs a value: ' + name + '="..."', el, name);
};

/**
 * @param {Plugin} plugin @param {Element} el @param {string} name @param {string} value
 * @param {Set<() => void>} cleanups
 * @returns {Context['run']}
 */
const evaluator = (plugin, el, name, value, cleanups) => {
  if (plugin.plain || !value) return () => undefined;
  return expression(value, {
    el,
    attribute: name,
    act: (action, evt, ...args) => act(action, { el, evt, cleanups }, args),
    returns: !!plugin.returns,
    args: plugin.args ?? [],
  });
};

/** @param {MutationRecord[]} records @param {boolean} guarded */
const digest = (records, guarded) => {
  for (const { removedNodes } of records) {
    for (const node of removedNodes) if (node instanceof Element && !node.isConnected) release(node);
  }
  for (const { addedNodes, target, attributeName } of records) {
    for (const node of addedNodes) if (node instanceof Element && node.isConnected) adopt(node);
    if (attributeName?.startsWith('data-') && target instanceof Element) changed(target, attributeName);
  }
  const caused = observer.takeRecords();
  if (guarded) for (const record of records) restore(record);
  // What restoring wrote is not restored again, or two attributes that claim the same would fight for ever.
  const written = observer.takeRecords().filter((record) => record.type === 'childList');
  if (caused.length) digest(caused, true);
  if (written.length) digest(written, false);
};

/** @param {Element} el @param {string} name */
const changed = (el, name) => {
  const value = el.getAttribute(name);
  const all = applied.get(el);
  const one = all?.get(name);
  if (value === null) {
    if (one) end(one);
    all?.delete(name);
  } else if (el.isConnected && !el.closest('[data-ignore]') && !el.hasAttribute('data-ignore__self')) {
    apply(el, name, value);
  }
};

/** @param {MutationRecord} record */
const restore = ({ type, target, attributeName }) => {
  const el = type === 'characterData' ? target.parentElement : target;
  for (const { guards } of applied.get(/** @type {Element} */ (el))?.values() ?? []) {
    for (const [what, put] of guards) if (what === (attributeName ?? TEXT)) put();
  }
};

const observer = new MutationObserver((records) => digest(records, true));

/** Digests what changed in the document so far, now: whoever comes next finds its attributes at work. */
export const settle = () => digest(observer.takeRecords(), true);

/** Applies the whole document and keeps watch over it. */
export const watchDocument = () => {
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  adopt(document.documentElement);
  settle();
};
