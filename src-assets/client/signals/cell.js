// The reactive core. A cell contains a value, or derives one from the cells that its function reads; an effect is a
// derived cell that runs for its side effects. Changes are pushed as marks, values are pulled: nothing is computed
// twice for one change, and nothing is computed that nobody reads.

const CLEAN = 0;
const CHECK = 1;
const DIRTY = 2;

// Effects that still trigger each other after this many runs in a batch will never settle.
const RESTLESS = 10_000;
const CIRCLE = 'Effects change signals in a cycle.';

/** @type {Cell | null} the cell whose function is running */
let reader = null;
let depth = 0;
/** @type {Cell[]} */
let queue = [];
/** @type {() => void} */
let batchEnd;

export class Cell {
  /**
   * @param {unknown=} value
   * @param {(() => unknown)=} derive makes it a derived cell
   * @param {boolean=} isEffect
   */
  constructor(value, derive, isEffect = false) {
    this.value = value;
    this.derive = derive;
    this.isEffect = isEffect;
    this.state = derive ? DIRTY : CLEAN;
    /** @type {Set<Cell>} */
    this.sources = new Set();
    /** @type {Set<Cell>} */
    this.readers = new Set();
  }

  /** Returns the value, and subscribes the running cell. */
  read() {
    if (reader) {
      reader.sources.add(this);
      this.readers.add(reader);
    }
    this.refresh();
    return this.value;
  }

  /**
   * @param {unknown} value
   * @returns {boolean} whether that changed anything
   */
  write(value) {
    if (this.derive || Object.is(value, this.value)) return false;
    this.value = value;
    this.changed();
    return true;
  }

  /** Tells the readers, even if the value is the same. */
  changed() {
    batch(() => this.readers.forEach((each) => each.mark(DIRTY)));
  }

  /** @param {number} state */
  mark(state) {
    if (state <= this.state) return;
    const known = this.state !== CLEAN;
    this.state = state;
    if (known) return;
    if (this.isEffect) queue.push(this);
    else this.readers.forEach((each) => each.mark(CHECK));
  }

  refresh() {
    if (this.state === CHECK) {
      for (const source of this.sources) {
        source.refresh();
        if (/** @type {number} */ (this.state) === DIRTY) break;
      }
    }
    if (this.state === DIRTY) this.run();
    this.state = CLEAN;
  }

  run() {
    const outer = reader;
    const before = this.sources;
    this.sources = new Set();
    reader = this;
    try {
      const { derive } = this;
      const value = derive ? derive() : this.value;
      if (!Object.is(value, this.value)) {
        this.value = value;
        this.readers.forEach((each) => (each.state = DIRTY));
      }
    } finally {
      reader = outer;
      this.state = CLEAN;
      for (const source of before) if (!this.sources.has(source)) source.readers.delete(this);
    }
  }

  dispose() {
    this.derive = undefined;
    this.run();
  }
}

/**
 * Runs `task` now, and again whenever a cell that it read has changed.
 *
 * @param {() => void} task
 * @returns {() => void} stops it
 */
export const effect = (task) => {
  const cell = new Cell(undefined, task, true);
  batch(() => cell.refresh());
  return () => cell.dispose();
};

/**
 * Runs `task` like `peek`; effects wait until it ends, and see all its changes as one.
 *
 * @template T
 * @param {() => T} task
 * @returns {T}
 */
export const batch = (task) =>
  peek(() => {
    depth++;
    try {
      return task();
    } finally {
      if (depth === 1) runEffects();
      if (!--depth) batchEnd();
    }
  });

/**
 * Runs `task` without subscribing the running effect to what it reads.
 *
 * @template T
 * @param {() => T} task
 * @returns {T}
 */
export const peek = (task) => {
  const outer = reader;
  reader = null;
  try {
    return task();
  } finally {
    reader = outer;
  }
};

/** @param {() => void} end called after each outermost batch and its effects */
export const onBatchEnd = (end) => {
  batchEnd = end;
};

const runEffects = () => {
  for (let runs = 0; queue.length;) {
    const effects = queue;
    queue = [];
    for (const each of effects) {
      if (++runs > RESTLESS) {
        queue = [];
        reportError(new Error(CIRCLE));
        return;
      }
      try {
        each.refresh();
      } catch (error) {
        reportError(error);
      }
    }
  }
};
