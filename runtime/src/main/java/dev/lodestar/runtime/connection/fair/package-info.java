/**
 * How the connections of a thread take turns, so that no client delays the others by having thousands of connections.
 */
@NullMarked
package dev.lodestar.runtime.connection.fair;

import org.jspecify.annotations.NullMarked;
