/** The cost of the pieces of a large page, and what they save. */
@NullMarked
package dev.lodestar.bench.piece;

import org.jspecify.annotations.NullMarked;
