/** The rules of the game, and the game as visitors see it. */
@NullMarked
package dev.lodestar.examples.life;

import org.jspecify.annotations.NullMarked;
