/** Tests of the stores in a file of MapDB. */
@NullMarked
package dev.lodestar.runtime.store.mapdb;

import org.jspecify.annotations.NullMarked;
