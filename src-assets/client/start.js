// The whole client. The order of imports is the order in which listeners hear of an event.

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

/** Starts the client, when the document is there. What was begun looks for what it can do now. */
export const begin = () => {
  if (begun) return watchDocument();
  begun = true;
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', ready);
  else ready();
};
