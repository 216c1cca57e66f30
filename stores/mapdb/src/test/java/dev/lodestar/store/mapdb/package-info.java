/** Tests of the stores in a file of MapDB, which do not promise to survive a kill or a full disk. */
@NullMarked
package dev.lodestar.store.mapdb;

import org.jspecify.annotations.NullMarked;
