// The whole client. The order of imports is the order in which listeners hear of an event.

import './patch/elements.js';
import './patch/signals.js';
import './attributes/state.js';
import './attributes/output.js';
import './attributes/bind.js';
import './attributes/triggers.js';
import './actions/signals.js';
import './actions/http.js';
import { watchDocument } from './language/engine.js';

const ready = () => {
  watchDocument();
  document.dispatchEvent(new CustomEvent('datastar-ready'));
};

/** Starts the client, when the document is there. */
export const begin = () => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
};
