/**
 * The running server: {@link dev.lodestar.runtime.Server} is what a generated {@code Main} calls. It reads the command
 * line, puts the other packages together, listens, and closes in order.
 */
@NullMarked
package dev.lodestar.runtime;

import org.jspecify.annotations.NullMarked;
