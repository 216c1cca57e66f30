/**
 * Tells the application when a stream has opened and when it has ended. The callbacks of each stream run in order, on
 * threads for application code, and a closing server waits for them.
 */
@NullMarked
package dev.lodestar.runtime.presence;

import org.jspecify.annotations.NullMarked;
