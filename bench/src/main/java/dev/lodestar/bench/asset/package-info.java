/** The cost of a large application's assets, for the compiler and for the server. */
@NullMarked
package dev.lodestar.bench.asset;

import org.jspecify.annotations.NullMarked;
