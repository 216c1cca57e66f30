// Activates data-* attributes and deactivates them again. One MutationObserver sees every change of the document.

import { expression } from './bound.js';
import { fault } from './errors.js';
import { parseName } from './names.js';
import { own, page } from './native.js';
import { noteChanges, said } from '../morph/markup.js';

/**
 * One active attribute of one element.
 *
 * @typedef {object} Context
 * @property {Element} el
 * @property {string} name the full name
 * @property {string} key
 * @property {string} value
 * @property {import('./names.js').Modifiers} mods
 * @property {(evt?: Event, ...more: unknown[]) => any} run evaluates the value
 * @property {Set<void | (() => void)>} cleanups run when the attribute or its element is removed
 * @property {[string, () => void][]} guards called when somebody else, such as a morph, has changed this attribute of
 * the element, or its content for TEXT
 *
 * @typedef {object} Plugin
 * @property {'must' | 'never' | 'either'=} key whether it needs a key; 'either' means exactly one of key and value
 * @property {'must'=} value whether it needs a value
 * @property {boolean=} plain whether the value is a name, not an expression
 * @property {boolean=} returns whether the expression's result is used
 * @property {string[]=} args names that the expression can use besides el and evt
 * @property {(context: Context) => void | (() => void)} apply may return a cleanup
 */

export const TEXT = '#text';

/** @type {Record<string, Plugin>} */
const plugins = {};

/** @type {WeakMap<Element, Map<string, Context>>} */
const applied = new WeakMap();

/**
 * @param {string} name
 * @param {Plugin} plugin
 */
export const attribute = (name, plugin) => {
  plugins[name] = plugin;
};

/**
 * Calls `task` for an element and all its descendants, in document order.
 *
 * @param {Node} node
 * @param {(el: Element) => void} task
 */
const eachIn = (node, task) => {
  if (node instanceof Element) [node, ...own(node).querySelectorAll('*')].forEach(task);
};

/** @param {Element} el the element whose inactive attributes to activate */
const adopt = (el) => {
  for (const { name, value } of [...own(el).attributes]) apply(el, name, value);
};

/** @param {Element} el */
const release = (el) => {
  applied.get(el)?.forEach(end);
  applied.delete(el);
  said.delete(el);
};

/** @param {Context} one */
const end = ({ cleanups }) => cleanups.forEach((cleanup) => cleanup?.());

/** @param {Element} el @param {string} name @param {string} value */
const apply = (el, name, value) => {
  if (!name.startsWith('data-')) return;
  const { plugin: head, key, mods } = parseName(name);
  const plugin = plugins[head];
  if (!plugin || !own(el).isConnected || own(el).closest('[data-ignore]') || own(el).getAttribute('data-ignore__self') !== null) return;
  let all = applied.get(el);
  if (!all) applied.set(el, (all = new Map()));
  const before = all.get(name);
  if (before?.value === value) return;
  if (before) end(before);
  // What fails to compile now may become known later, with a new build.
  all.delete(name);
  /** @type {Context} */
  const context = { el, name, key, value, mods, run() {}, cleanups: new Set(), guards: [] };
  try {
    demand(plugin, context);
    if (value && !plugin.plain) context.run = expression(context, plugin);
    all.set(name, context);
    context.cleanups.add(plugin.apply(context));
  } catch (error) {
    reportError(error);
  }
};

/** @param {Plugin} plugin @param {Context} context */
const demand = (plugin, { el, name, key, value }) => {
  const rule = plugin.key;
  const head = name.split(':')[0];
  let wanted = '';
  if (plugin.value && !value) wanted = 'needs a value: ' + name + '="..."';
  if (rule === 'must' && !key) wanted = 'needs a name: ' + head + ':name="..."';
  if (rule === 'never' && key) wanted = 'takes no name: ' + head + '="..."';
  if (rule === 'either' && !key === !value) wanted = 'needs one name: ' + head + ':name or ' + head + '="name"';
  if (wanted) throw fault('This ' + wanted, el, name);
};

/** @param {MutationRecord[]} records @param {boolean} guarded */
const digest = (records, guarded) => {
  for (const { removedNodes } of records) {
    for (const node of removedNodes) if (!own(node).isConnected) eachIn(node, release);
  }
  for (const { addedNodes, target, attributeName } of records) {
    for (const node of addedNodes) eachIn(node, adopt);
    if (attributeName) changed(/** @type {Element} */ (target), attributeName);
  }
  const caused = taken();
  if (guarded) for (const record of records) restore(record);
  // What a guard writes is not guarded again, or two attributes that claim the same thing would fight for ever.
  const written = taken().filter((record) => record.type === 'childList');
  if (caused.length) digest(caused, true);
  if (written.length) digest(written, false);
};

/** @param {Element} el @param {string} name */
const changed = (el, name) => {
  const value = own(el).getAttribute(name);
  if (value !== null) return apply(el, name, value);
  const all = applied.get(el);
  const one = all?.get(name);
  if (one) end(one);
  all?.delete(name);
};

/** @param {MutationRecord} record */
const restore = ({ type, target, attributeName }) => {
  const el = type === 'characterData' ? own(target).parentElement : target;
  applied.get(/** @type {Element} */ (el))?.forEach(({ guards }) => {
    for (const [what, put] of guards) if (what === (attributeName ?? TEXT)) put();
  });
};

const observer = new MutationObserver((records) => digest(noteChanges(records), true));

/** What has changed in the document, except by the server. */
const taken = () => noteChanges(observer.takeRecords());

/** @type {MutationRecord[]} */
let patched = [];

/** Declares everything that changed in the document since the patch began to be the server's doing. */
export const ownChanges = () => {
  patched = patched.concat(observer.takeRecords());
};

/**
 * Processes all changes of the document so far, so that whatever comes next finds its attributes active.
 *
 * @param {() => void=} patch
 */
export const settle = (patch) => {
  digest(taken(), true);
  patch?.();
  const records = patched.concat(taken());
  patched = [];
  digest(records, true);
};

/** Activates the whole document and observes it. */
export const watchDocument = () => {
  observer.observe(document, { subtree: true, childList: true, attributeOldValue: true, characterData: true });
  eachIn(page.documentElement, adopt);
  settle();
};
