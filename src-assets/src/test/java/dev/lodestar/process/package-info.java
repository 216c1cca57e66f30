/** An application in a separate process, and its streams without a browser. */
@NullMarked
package dev.lodestar.process;

import org.jspecify.annotations.NullMarked;
