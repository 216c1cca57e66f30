/**
 * The running server. Generated {@code Main} classes call {@link dev.lodestar.runtime.Server}, which reads the command
 * line, puts the other packages together, listens, and closes in good order.
 */
@NullMarked
package dev.lodestar.runtime;

import org.jspecify.annotations.NullMarked;
