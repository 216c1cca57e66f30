// data-bind: a form control and a signal that follow each other.

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
      // The signal goes on saying what the field shows.
      if (control.get(value) !== value && holdsBack(el, take)) sync();
      else control.set(value);
    };
    ends.push(effect(show));
    // New options may hold the one that the signal means.
    if (el.localName === 'select') context.guards.push([TEXT, () => peek(show)]);
    return () => ends.forEach((end) => end());
  },
});

/**
 * Finds the signal, or makes it from the control's value. Of an array signal each control, in document order, has its
 * own index.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string} name
 * @param {import('./controls.js').Control} control
 * @returns {string} the path
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
    // The server knows nothing of the name, so a morph takes it away.
    const group = () => {
      el.name ||= name;
    };
    context.guards.push(['name', group]);
    group();
    // Of radio buttons the one that is ticked says what the signal starts from, wherever it stands.
    const ticked = queryBinds(context, ':checked')[0];
    if (ticked) control = controlOf(ticked);
  }
  if (peekPath(path) === undefined) writePath(path, control.get(type) ?? '');
  return path;
};

/**
 * The elements that are bound to the same signal in the same spelling.
 *
 * @param {import('../language/engine.js').Context} context
 * @param {string=} which a selector
 * @returns {any[]}
 */
const queryBinds = ({ name, value }, which = '') => [
  ...page.querySelectorAll('[' + CSS.escape(name) + (value ? '="' + CSS.escape(value) + '"]' : ']') + which),
];
