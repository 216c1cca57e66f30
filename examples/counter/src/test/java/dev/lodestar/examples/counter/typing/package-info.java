/** A page to type in while it changes. */
@NullMarked
package dev.lodestar.examples.counter.typing;

import org.jspecify.annotations.NullMarked;
