/**
 * What a server measures. It reports events to meters, which do nothing unless the application provides a registry or
 * the server is configured to show its metrics.
 */
@NullMarked
package dev.lodestar.runtime.metrics;

import org.jspecify.annotations.NullMarked;
