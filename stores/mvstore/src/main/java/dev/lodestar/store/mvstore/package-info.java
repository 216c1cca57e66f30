/**
 * Stores in a file of H2's MVStore, the embedded default: {@link dev.lodestar.store.mvstore.MvStores} opens them.
 * MVStore never overwrites what the last synced state needs, and this package compacts the file in short steps between
 * commits.
 */
@NullMarked
package dev.lodestar.store.mvstore;

import org.jspecify.annotations.NullMarked;
