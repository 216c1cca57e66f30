/** What a store costs, beside its backend's library doing the same work by itself. */
@NullMarked
package dev.lodestar.bench.store;

import org.jspecify.annotations.NullMarked;
