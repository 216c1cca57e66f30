// When a browser scrolls to a link's target or to its old position, the page is still empty. So the first frame does
// it.

import { stored } from './client.js';

// Images in the first frame move what is below them when they load.
const SETTLED = 5000;

const PLACE = 'place';

const position = () => scrollX + ' ' + scrollY;

const target = () => document.querySelector(':target');

/**
 * Where this history entry was scrolled to; protected until the page is there.
 *
 * @param {import('./client.js').Client} client
 * @returns {() => string | null} ends the protection, and returns the position
 */
export const heldPlace = ({ memory }) => {
  const place = stored(memory(PLACE));
  const hold = () => place && sessionStorage.setItem(memory(PLACE), place);
  window.addEventListener('pagehide', hold);
  return () => {
    window.removeEventListener('pagehide', hold);
    return place;
  };
};

/** @param {string} place */
const scrollBack = (place) => {
  const [left, top] = place.split(' ').map(Number);
  scrollTo({ left, top, behavior: 'instant' });
};

/**
 * Scrolls as the browser would have, unless the person has scrolled.
 *
 * @param {string} start the position beforehand
 * @param {string | null} place the position to return to, if any
 */
export const arrive = (start, place) => {
  const wanted = position() === start ? place : position();
  if (location.hash && !target()) {
    const { state } = history;
    location.replace(location.href);
    history.replaceState(state, '');
  }
  let seen = '';
  const go = () => {
    if (wanted) scrollBack(wanted);
    else target()?.scrollIntoView();
    seen = position();
  };
  go();
  const late = () => position() === seen && go();
  // Load events do not bubble, but can be captured.
  document.addEventListener('load', late, true);
  setTimeout(() => document.removeEventListener('load', late, true), SETTLED);
};
