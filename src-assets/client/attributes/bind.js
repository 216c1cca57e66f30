// data-bind keeps a form control and a signal in sync.

import { page } from '../language/native.js';
import { effect, peek } from '../signals/cell.js';
import { peekPath, readPath, writePath } from '../signals/patch.js';
import { TEXT, attribute } from '../language/engine.js';
import { listen } from '../language/listen.js';
import { controlOf } from './controls.js';
import { bindFiles } from './files.js';
import { holdsBack } from '../morph/typing.js';
import { signalName } from './state.js';

attribute('bind', {
  key: 'either',
  plain: true,
  apply(context) {
    const el = /** @type {any} */ (context.el);
    const { mods } = context;
    const name = signalName(context);
    if (el.type === 'file') return bindFiles(el, name);
    const control = controlOf(el, mods.prop?.[0]);
    const path = claim(context, name, control);
    const sync = () => {
      const value = control.get(peekPath(path));
      if (value !== undefined) writePath(path, value);
    };
    const events = [...(mods.event ?? ['input', 'change']), 'datastar-prop-change'];
    const ends = events.map((event) => listen(el, event, sync));
    const show = () => {
      const value = readPath(path);
      const take = () => {
        control.set(value);
        sync();
      };
      // The signal keeps describing what the field shows.
      if (control.get(value) !== value && holdsBack(el, take)) sync();
      else control.set(value);
    };
    ends.push(effect(show));
    // New options may include the one that the signal stands for.
    if (el.localName === 'select') context.guards.push([TEXT, () => peek(show)]);
    return () => ends.forEach((end) => end());
  },
});

/**
 * Finds the signal, or creates it from the control's value. If the signal is an array, each control has an index of its
 * own, in document order.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string} name
 * @param {import('./controls.js').Control} control
 * @returns {string} its path
 */
const claim = (context, name, control) => {
  const el = /** @type {any} */ (context.el);
  const present = peekPath(name);
  let path = name;
  let type;
  if (Array.isArray(present) && !(el.multiple && el.localName === 'select')) {
    path += '.' + queryBinds(context).indexOf(el);
    type = present.find((each) => each !== '');
  }
  if (el.type === 'radio') {
    // The server does not know this name, so a morph removes it.
    const group = () => {
      el.name ||= name;
    };
    context.guards.push(['name', group]);
    group();
    // The checked radio button sets the initial signal, wherever it is in the group.
    const ticked = queryBinds(context, ':checked')[0];
    if (ticked) control = controlOf(ticked);
  }
  if (peekPath(path) === undefined) writePath(path, control.get(type) ?? '');
  return path;
};

/**
 * The elements bound to the same signal, spelled the same way.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string=} which a selector
 * @returns {any[]}
 */
const queryBinds = ({ name, value }, which = '') => [
  ...page.querySelectorAll('[' + CSS.escape(name) + (value ? '="' + CSS.escape(value) + '"]' : ']') + which),
];
