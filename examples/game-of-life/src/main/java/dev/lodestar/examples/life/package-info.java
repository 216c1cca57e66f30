/**
 * Conway's Game of Life on one board for everybody. {@link dev.lodestar.examples.life.Board} has the rules,
 * {@link dev.lodestar.examples.life.Game} what happens over time, and {@link dev.lodestar.examples.life.Life} what
 * visitors can do.
 */
@NullMarked
package dev.lodestar.examples.life;

import org.jspecify.annotations.NullMarked;
