/**
 * Stores in a file of H2's MVStore: the embedded default. An application that uses them depends on
 * {@code com.h2database:h2-mvstore} itself; the runtime does without it.
 */
@NullMarked
package dev.lodestar.runtime.store.mvstore;

import org.jspecify.annotations.NullMarked;
