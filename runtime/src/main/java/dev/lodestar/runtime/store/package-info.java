/**
 * Stores: {@link dev.lodestar.runtime.store.Stores} opens one in memory or over a {@link dev.lodestar.runtime.store.Medium},
 * which is all that a backend has to bring. Transactions run one after the other on what is not durable yet; commits that
 * wait at the same time are written together; readers see what is durable.
 */
@NullMarked
package dev.lodestar.runtime.store;

import org.jspecify.annotations.NullMarked;
