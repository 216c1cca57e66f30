/**
 * From "the state has changed" to frames on every open stream: the hub owns the feeds, a feed renders at most one frame
 * per interval, and each subscriber is sent the newest frame as fast as its browser takes it.
 */
@NullMarked
package dev.lodestar.runtime.hub;

import org.jspecify.annotations.NullMarked;
