/** Tests of threads, timers and clocks, and their stand-ins that tests turn by hand. */
@NullMarked
package dev.lodestar.runtime.work;

import org.jspecify.annotations.NullMarked;
