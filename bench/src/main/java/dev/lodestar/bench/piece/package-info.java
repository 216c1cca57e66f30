/** What the pieces of a large page cost, and what they save. */
@NullMarked
package dev.lodestar.bench.piece;

import org.jspecify.annotations.NullMarked;
