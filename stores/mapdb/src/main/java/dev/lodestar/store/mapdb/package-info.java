/**
 * Stores in a file of MapDB: {@link dev.lodestar.store.mapdb.MapDbStores} opens them. They are not for state that
 * matters, because MapDB 3.1.0 never replays its log: a process that is killed can leave a damaged file.
 */
@NullMarked
package dev.lodestar.store.mapdb;

import org.jspecify.annotations.NullMarked;
