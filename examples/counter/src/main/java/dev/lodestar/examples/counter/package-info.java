/** One number that everybody sees and anybody can change: the least that a Lodestar application can be. */
@NullMarked
package dev.lodestar.examples.counter;

import org.jspecify.annotations.NullMarked;
