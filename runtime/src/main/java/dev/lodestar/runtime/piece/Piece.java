package dev.lodestar.runtime.piece;

/**
 * An element that changed.
 *
 * @param element its number in the new rendering
 * @param old its number in the old one
 */
record Piece(int element, int old) {}
