/** The cost of a store, beside the library of its backend doing the same work by itself. */
@NullMarked
package dev.lodestar.bench.store;

import org.jspecify.annotations.NullMarked;
