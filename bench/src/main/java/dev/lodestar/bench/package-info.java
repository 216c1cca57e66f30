/** What the benchmarks share. */
@NullMarked
package dev.lodestar.bench;

import org.jspecify.annotations.NullMarked;
