/**
 * Persistent state. A {@link dev.lodestar.store.Store} holds values under path-like keys, changes them in atomic,
 * durable commits, and tells listeners what changed. A store that keeps a {@link dev.lodestar.store.History} can also
 * show, compare, revert, branch and merge its commits. This package depends on no other package of Lodestar.
 */
@NullMarked
package dev.lodestar.store;

import org.jspecify.annotations.NullMarked;
