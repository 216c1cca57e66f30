// A page is empty when the browser would scroll it to where a link leads, or to where it was. So the first frame does it.

import { stored } from './client.js';

// Pictures of the first frame move what is below them when they come.
const SETTLED = 5000;

const PLACE = 'place';

const position = () => scrollX + ' ' + scrollY;

const target = () => document.querySelector(':target');

/**
 * Where this entry of the history was scrolled to; it stays so until the page is there.
 *
 * @param {import('./client.js').Client} client
 * @returns {() => string | null} ends that
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
 * Scrolls as the browser would have done, unless the person has done so.
 *
 * @param {string} start the position before
 * @param {string | null} place where the page was scrolled to, if it is to be there again
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
  // Loading is seen on its way down only.
  document.addEventListener('load', late, true);
  setTimeout(() => document.removeEventListener('load', late, true), SETTLED);
};
