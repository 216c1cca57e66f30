/** A small share of the restart benchmark. */
@NullMarked
package dev.lodestar.bench.stream.restart;

import org.jspecify.annotations.NullMarked;
