// Decides which old siblings become which new ones.

import { own } from '../language/native.js';
import { alike, holdings, kindOf, withoutNumbers } from './identity.js';

/**
 * What two versions of an element may have in common, each trait marked with how reliable it is: all of the content,
 * the content without numbers, a control inside that a person may be using, the class, the kind.
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
 * Pairs each new sibling with an old one where possible. Takes time in proportion to the content of the siblings.
 *
 * @param {Node[]} olds
 * @param {Node[]} news
 * @param {ReturnType<typeof import('./anchors.js').anchorsOf>} anchors
 * @returns {Map<any, any>} from new to old sibling
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
 * The nodes that can stay in place while the others move: as many as possible.
 *
 * @param {Node[]} before
 * @param {Node[]} after
 * @returns {Set<Node>}
 */
export const unmoved = (before, after) => {
  const index = new Map(before.map((node, i) => [node, i]));
  /** @type {any[]} the lowest end of a sequence of each length: its index, the sequence before it, its node */
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
    // Among sequences of equal length, the first one in the new order wins.
    if (!ends[low]) longest = row;
    ends[low] = row;
  }
  const stay = new Set();
  for (let end = longest; end; end = end[1]) stay.add(end[2]);
  return stay;
};
