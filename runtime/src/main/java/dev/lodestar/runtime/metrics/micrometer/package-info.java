/** Metrics through Micrometer: what generated code gives the application's registry to. Loaded only when it is used. */
@NullMarked
package dev.lodestar.runtime.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
