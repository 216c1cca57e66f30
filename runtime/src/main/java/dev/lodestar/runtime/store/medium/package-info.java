/**
 * What a backend implements. A {@link dev.lodestar.runtime.store.medium.Medium} keeps the texts of one store; a
 * {@link dev.lodestar.runtime.store.medium.SharedMedium} keeps texts that several stores, in several processes, work
 * on. Everything else, such as transactions, history and branches, is built on top of these, and
 * {@link dev.lodestar.runtime.store.Stores#over} opens a store over either.
 *
 * <p>To test a backend, extend the contracts in the test jar of {@code lodestar-runtime}: {@code StoreContract} and the
 * others beside it.
 */
@NullMarked
package dev.lodestar.runtime.store.medium;

import org.jspecify.annotations.NullMarked;
