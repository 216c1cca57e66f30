/**
 * State that survives: a {@link dev.lodestar.store.Store} holds values under path-like keys, changes them in commits that
 * are atomic and durable, and tells who watches. A store that keeps a {@link dev.lodestar.store.History} can also show,
 * compare, revert, branch and merge what was committed.
 */
@NullMarked
package dev.lodestar.store;

import org.jspecify.annotations.NullMarked;
