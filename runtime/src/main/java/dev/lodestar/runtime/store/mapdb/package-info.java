/**
 * Stores in a file of MapDB. An application that uses them depends on {@code org.mapdb:mapdb} itself; the runtime does
 * without it.
 */
@NullMarked
package dev.lodestar.runtime.store.mapdb;

import org.jspecify.annotations.NullMarked;
