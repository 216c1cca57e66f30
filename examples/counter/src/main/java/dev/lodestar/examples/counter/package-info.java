/** One number that everybody sees and anybody can change: the smallest Lodestar application. */
@NullMarked
package dev.lodestar.examples.counter;

import org.jspecify.annotations.NullMarked;
