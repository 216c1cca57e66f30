// What a page needs when it is reloaded, or becomes one of another build.

import { arrive, heldPlace } from './arrival.js';
import { withNextFrame } from './client.js';
import { giveBack, kept } from './kept.js';
import { renew } from './renewal.js';

/**
 * Restores a page that was reloaded, or follows a link's fragment, when the first frame arrives.
 *
 * @param {boolean} again whether this history entry was shown before
 * @param {import('./client.js').Client} client
 */
export const resume = (again, client) => {
  const start = scrollX + ' ' + scrollY;
  const place = heldPlace(client);
  const all = kept(client);
  client.waits = true;
  // The server may ask for the signals before it sends a frame.
  if (all) client.mergePatch(all.signals);
  withNextFrame(() => {
    client.waits = false;
    const before = place();
    if (all) giveBack(all, client);
    arrive(start, again && history.scrollRestoration === 'auto' ? before : null);
  });
};
