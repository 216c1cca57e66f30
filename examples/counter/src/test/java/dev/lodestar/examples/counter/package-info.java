/** The counter as people use it: in a browser, and as a process. */
@NullMarked
package dev.lodestar.examples.counter;

import org.jspecify.annotations.NullMarked;
