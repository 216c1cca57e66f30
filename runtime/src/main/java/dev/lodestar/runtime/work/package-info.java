/**
 * When and where code runs: threads for handlers, a timer, the clocks of an application, and the count of what is
 * still under way when the server closes.
 */
@NullMarked
package dev.lodestar.runtime.work;

import org.jspecify.annotations.NullMarked;
