// Finds out which of the old siblings become which of the new ones.

import { own } from '../language/native.js';
import { alike, holdings, kindOf, withoutNumbers } from './identity.js';

/**
 * What an element can have in common with the one that it was, each marked with how sure that is: all of its content, that
 * without numbers, something inside of it that a person may be in the middle of, its class, its kind.
 *
 * @param {any} node
 * @returns {string[]}
 */
const traitsOf = (node) => {
  if (!(node instanceof Element)) return [];
  const kind = kindOf(node);
  const [parts, text] = holdings(node);
  const all = kind + parts + text;
  const last = [4 + kind];
  return parts.length || text
    ? [0 + all, 1 + withoutNumbers(all), ...parts.map((part) => 2 + kind + part), 3 + kind + own(node).className, ...last]
    : last;
};

/**
 * Pairs each new sibling with an old one, as far as there are such. Takes time in proportion to what the siblings hold.
 *
 * @param {Node[]} olds
 * @param {Node[]} news
 * @param {ReturnType<typeof import('./anchors.js').anchorsOf>} anchors
 * @returns {Map<any, any>} new one to old one
 */
export const match = (olds, news, { twins, inside, precious }) => {
  const pairs = new Map();
  const taken = new Set();
  const index = new Map(olds.map((old, i) => [old, i]));
  /** @param {Node} fresh @param {Node | undefined} old */
  const tie = (fresh, old) => {
    if (!old || taken.has(old) || pairs.has(fresh) || !alike(old, fresh)) return;
    taken.add(old);
    pairs.set(fresh, old);
  };
  for (const fresh of news) {
    let node = inside.get(fresh);
    while (node && !index.has(node)) node = own(node).parentNode;
    tie(fresh, twins.get(fresh) ?? node);
  }
  /** @type {Map<string, Node[]>} */
  const pools = new Map();
  // Backwards, since the last of a pool is taken first.
  for (const old of [...olds].reverse()) {
    for (const trait of precious.has(old) ? [] : traitsOf(old)) {
      if (!pools.has(trait)) pools.set(trait, []);
      pools.get(trait)?.push(old);
    }
  }
  const open = news.filter((fresh) => !pairs.has(fresh));
  const traits = open.map(traitsOf);
  for (let level = 0; level < 5; level++) {
    open.forEach((fresh, i) => {
      for (const trait of traits[i]) {
        const pool = +trait[0] === level && pools.get(trait);
        while (pool && pool.length && !pairs.has(fresh)) tie(fresh, pool.pop());
      }
    });
  }
  /** @param {Node} fresh */
  const at = (fresh) => index.get(pairs.get(fresh)) ?? NaN;
  // Text goes with its neighbours.
  news.forEach((fresh, i) => {
    if (fresh instanceof Element) return;
    tie(fresh, olds[i ? at(news[i - 1]) + 1 : 0]);
    tie(fresh, olds[news[i + 1] ? at(news[i + 1]) - 1 : olds.length - 1]);
  });
  return pairs;
};

/**
 * The nodes that can stay where they are when the others are moved: as many as possible.
 *
 * @param {Node[]} before
 * @param {Node[]} after
 * @returns {Set<Node>}
 */
export const unmoved = (before, after) => {
  const index = new Map(before.map((node, i) => [node, i]));
  /** @type {any[]} the lowest end of a row of each length: its index, the row before it, its node */
  const ends = [];
  let longest;
  for (const node of after) {
    const at = index.get(node);
    if (at === undefined) continue;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (ends[middle][0] < at) low = middle + 1;
      else high = middle;
    }
    const row = [at, ends[low - 1], node];
    // Of several that are equally long, the one that comes first in the new order stays.
    if (!ends[low]) longest = row;
    ends[low] = row;
  }
  const stay = new Set();
  for (let end = longest; end; end = end[1]) stay.add(end[2]);
  return stay;
};
