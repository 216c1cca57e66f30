// The whole client. Listeners hear of an event in the order of these imports.

import { page } from './language/native.js';
import './patch/elements.js';
import './patch/signals.js';
import './attributes/state.js';
import './attributes/output.js';
import './attributes/bind.js';
import './attributes/triggers.js';
import './actions/signals.js';
import './actions/http.js';
import { resume } from './fetch/build.js';
import { watchDocument } from './language/engine.js';

let begun = false;

const ready = async () => {
  await resume().catch(() => {});
  watchDocument();
  page.dispatchEvent(new CustomEvent('datastar-ready'));
};

/** Starts the client once the document is loaded. Called again, activates what it could not activate before. */
export const begin = () => {
  if (begun) return watchDocument();
  begun = true;
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', ready);
  else ready();
};
