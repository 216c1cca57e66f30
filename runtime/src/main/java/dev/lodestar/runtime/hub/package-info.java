/**
 * From "state changed" to frames on every open stream: the hub owns the feeds, a feed renders frames at most once per
 * interval, and each subscriber is shown the newest frame as fast as its browser takes it.
 */
@NullMarked
package dev.lodestar.runtime.hub;

import org.jspecify.annotations.NullMarked;
