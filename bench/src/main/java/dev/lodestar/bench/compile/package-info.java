/** The time that a large application takes to compile, with the processor and without it. */
@NullMarked
package dev.lodestar.bench.compile;

import org.jspecify.annotations.NullMarked;
