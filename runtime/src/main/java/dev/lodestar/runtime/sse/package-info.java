/**
 * Datastar 1.0 events as bytes, as its SDK specification defines them: the patches of actions, and the frames and
 * heartbeats of streams.
 */
@NullMarked
package dev.lodestar.runtime.sse;

import org.jspecify.annotations.NullMarked;
