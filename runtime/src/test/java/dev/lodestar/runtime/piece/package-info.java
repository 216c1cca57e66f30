/** Tests of the pieces of a page. */
@NullMarked
package dev.lodestar.runtime.piece;

import org.jspecify.annotations.NullMarked;
