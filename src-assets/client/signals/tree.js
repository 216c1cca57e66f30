// The page's signals as a tree of plain objects and arrays, in which each property is a cell. Expressions see it as
// `$`: a proxy that reads and writes cells, so that an effect depends on exactly the paths that it touched.

import { page } from '../language/native.js';
import { Cell, batch, onBatchEnd } from './cell.js';

/** The event with which the document hears of changes. */
export const SIGNAL_PATCH = 'datastar-signal-patch';

/** Cannot name a signal: for an object, it is the object's prototype. */
const PROTO = '__proto__';

/** @type {[string, unknown][]} the changes of the running batch: path and new value, null if removed */
let changes = [];

/**
 * Whether this value is part of the tree. Anything else (elements, dates, ...) is a single value.
 *
 * @param {unknown} value
 */
export const isTree = (value) => {
  if (value == null) return false;
  const prototype = Object.getPrototypeOf(value);
  return !prototype || prototype === Object.prototype || Array.isArray(value);
};

/** @param {unknown} value */
export const isBranch = (value) => isTree(value) && !Array.isArray(value);

/**
 * A live copy of `value`.
 *
 * @param {any} value
 * @param {string} prefix its path and a dot; empty for the root
 */
const grow = (value, prefix) => {
  /** @type {any} */
  const cells = Array.isArray(value) ? [] : {};
  for (const key of Object.keys(value)) {
    if (key !== PROTO && (value[key] != null || Array.isArray(value))) cells[key] = new Cell(plant(value[key], prefix + key));
  }
  return new Proxy(cells, new Branch(prefix));
};

/**
 * @param {unknown} value
 * @param {string} path
 */
const plant = (value, path) => (isTree(value) ? grow(value, path + '.') : value);

/** How one object or array of the tree behaves. */
class Branch {
  /** @param {string} prefix */
  constructor(prefix) {
    this.prefix = prefix;
    // Counts added and removed keys, for those who listed them.
    this.shape = new Cell();
  }

  /** @param {any} cells @param {string | symbol} key */
  get(cells, key) {
    if (key === PROTO) return undefined;
    const missing = typeof key === 'string' && key !== 'toJSON' && !(key in cells);
    if (missing && !Array.isArray(cells)) batch(() => this.write(cells, key, ''));
    if (Object.hasOwn(cells, key) && cells[key] instanceof Cell) return cells[key].read();
    this.shape.read();
    return missing ? '' : cells[key];
  }

  /** @param {any} cells @param {string} key @param {unknown} value */
  set(cells, key, value) {
    if (key === PROTO) return true;
    if (value == null && !Array.isArray(cells)) return this.deleteProperty(cells, key);
    batch(() => {
      if (key === 'length' && Array.isArray(cells)) this.resize(cells, /** @type {number} */ (value));
      else this.write(cells, key, value);
    });
    return true;
  }

  /** @param {any} cells @param {string} key @param {unknown} value */
  write(cells, key, value) {
    const path = this.prefix + key;
    /** @type {Cell | undefined} */
    const cell = Object.hasOwn(cells, key) ? cells[key] : undefined;
    if (value instanceof Cell) {
      this.add(cells, key, value);
      cell?.changed();
    } else if (!cell) {
      this.add(cells, key, new Cell(plant(value, path)));
      changes.push([path, value]);
    } else if (cell.write(plant(value, path))) {
      changes.push([path, value]);
    }
  }

  /** @param {Cell[]} cells @param {number} length */
  resize(cells, length) {
    if (length === cells.length) return;
    for (let i = length; i < cells.length; i++) changes.push([this.prefix + i, null]);
    const dropped = cells.slice(length);
    cells.length = length;
    this.shape.changed();
    dropped.forEach((cell) => cell?.changed());
  }

  /** @param {any} cells @param {string} key */
  deleteProperty(cells, key) {
    if (Object.hasOwn(cells, key)) {
      const cell = cells[key];
      batch(() => {
        delete cells[key];
        changes.push([this.prefix + key, null]);
        this.shape.changed();
        cell.changed();
      });
    }
    return true;
  }

  /** @param {any} cells @param {string | symbol} key */
  has(cells, key) {
    this.shape.read();
    return key in cells;
  }

  /** @param {any} cells */
  ownKeys(cells) {
    this.shape.read();
    return Reflect.ownKeys(cells);
  }

  /** @param {any} cells @param {string} key @param {Cell} cell */
  add(cells, key, cell) {
    cells[key] = cell;
    this.shape.changed();
  }
}

/** All signals. */
export const root = grow({}, '');

/**
 * @param {unknown} value
 * @returns {any} a plain copy
 */
const plain = (value) => {
  if (!isTree(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(/** @type {object} */ (value)).map(([key, each]) => [key, plain(each)]));
};

/**
 * Sets the value at a path, and creates the objects on the way.
 *
 * @param {any} node
 * @param {string} path
 * @param {unknown} value
 */
export const setIn = (node, path, value) => {
  const keys = path.split('.');
  const last = /** @type {string} */ (keys.pop());
  for (const key of keys) {
    if (!Object.hasOwn(node, key) || !isTree(node[key])) node[key] = {};
    node = node[key];
  }
  node[last] = value;
};

/**
 * Builds one object from dotted paths and their values.
 *
 * @param {[string, unknown][]} paths
 * @returns {Record<string, any>}
 */
export const nest = (paths) => {
  /** @type {Record<string, any>} */
  const whole = {};
  for (const [path, value] of paths) setIn(whole, path, plain(value));
  return whole;
};

onBatchEnd(() => {
  if (!changes.length) return;
  const detail = nest(changes);
  changes = [];
  page.dispatchEvent(new CustomEvent(SIGNAL_PATCH, { detail }));
});
