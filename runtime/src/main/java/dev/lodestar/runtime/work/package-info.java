/**
 * When and where code runs: the threads for each kind of work, a timer, recurring tasks and clocks, and the count of
 * the requests in progress that a closing server waits for.
 */
@NullMarked
package dev.lodestar.runtime.work;

import org.jspecify.annotations.NullMarked;
