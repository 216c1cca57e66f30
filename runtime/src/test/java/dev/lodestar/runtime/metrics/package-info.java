@NullMarked
package dev.lodestar.runtime.metrics;

import org.jspecify.annotations.NullMarked;
