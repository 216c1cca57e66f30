// What a page needs when it is loaded again, or becomes one of another build.

import { arrive, heldPlace } from './arrival.js';
import { withNextFrame } from './client.js';
import { giveBack, kept } from './kept.js';
import { renew } from './renewal.js';

/**
 * Lets a page that is loaded again, or to which a link with a fragment leads, be as it was when its first frame comes.
 *
 * @param {boolean} again whether this entry of the history was shown before
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
