/** Tests of threads, timers and clocks, and stand-ins for them that tests control. */
@NullMarked
package dev.lodestar.runtime.work;

import org.jspecify.annotations.NullMarked;
