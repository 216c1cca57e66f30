// A page becomes one of another build by adopting that build's shim. Only another client or another script of the
// application requires a reload.

import { withNextFrame } from './client.js';
import { reload } from './reload.js';
import { again, hold, shimOf } from './servers.js';
import { newSheets } from './sheets.js';

/**
 * @param {string} build the hash of the shim
 * @param {string} url where the shim is
 * @param {Element} el the element whose stream has that build
 * @param {import('./client.js').Client} client
 */
export const renew = async (build, url, el, client) => {
  // A page may contain streams of other pages, whose builds change with its own.
  if (el.id !== 'lodestar') return;
  const shim = await shimOf(url, build);
  const scripts = [...shim.querySelectorAll('script')].map(({ src }) => src);
  const preloads = [...shim.querySelectorAll('link[rel=modulepreload]')].map((link) => /** @type {any} */ (link).href);
  const modules = [...scripts, ...preloads];
  await Promise.all(modules.map(hold));
  if (!modules.includes(client.url) || opening(shim) !== opening(document)) return reload(build, client);
  const takeSheets = await newSheets(shim);
  // The new functions of its expressions join the existing ones. A retry needs a new URL.
  for (const src of scripts) {
    if (src !== client.url) await again(() => import(src + '#' + performance.now()));
  }
  takeSheets();
  takeHead(shim);
  watchScripts(build, client);
};

/** @param {Document} doc @returns {string | null | undefined} what opens the stream */
const opening = (doc) => doc.querySelector('#lodestar')?.getAttribute('data-init');

/** @param {Document} shim */
const takeHead = (shim) => {
  if (document.title !== shim.title) document.title = shim.title;
  document.documentElement.lang = shim.documentElement.lang;
  const [old, fresh] = [document, shim].map((doc) => doc.querySelector('link[rel=icon]'));
  const icon = fresh?.getAttribute('href');
  if (icon && old?.getAttribute('href') !== icon) old?.setAttribute('href', icon);
};

/**
 * A script that has run does not run again when its address changes.
 *
 * @param {string} build
 * @param {import('./client.js').Client} client
 */
const watchScripts = (build, client) => {
  const before = [...document.querySelectorAll('script')].map((script) => /** @type {const} */ ([script, script.src]));
  withNextFrame(() => {
    if (before.some(([script, src]) => script.isConnected && script.src !== src)) {
      reload(build, client).catch((error) => console.warn(error.message));
    }
  });
};
