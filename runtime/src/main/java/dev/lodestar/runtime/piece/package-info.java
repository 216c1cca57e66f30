/**
 * Pieces.
 */
@NullMarked
package dev.lodestar.runtime.piece;

import org.jspecify.annotations.NullMarked;
