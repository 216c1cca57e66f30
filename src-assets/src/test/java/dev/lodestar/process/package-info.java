/** An application in a process of its own, and its streams without a browser. */
@NullMarked
package dev.lodestar.process;

import org.jspecify.annotations.NullMarked;
