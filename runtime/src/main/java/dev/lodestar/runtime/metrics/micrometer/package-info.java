/** Metrics through Micrometer. Generated code passes the application's registry to it. Loaded only when it is used. */
@NullMarked
package dev.lodestar.runtime.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
