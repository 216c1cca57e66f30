/**
 * Opens stores and runs them: {@link dev.lodestar.runtime.store.Stores} opens one in memory or over a medium, which is
 * all that a backend implements. Transactions run one after the other, each on everything committed so far; commits
 * that wait at the same time are written as one group; readers see what is durable.
 */
@NullMarked
package dev.lodestar.runtime.store;

import org.jspecify.annotations.NullMarked;
