/** Tests of the stores in a file of MVStore. */
@NullMarked
package dev.lodestar.store.mvstore;

import org.jspecify.annotations.NullMarked;
