/** Requests that no client means to send, in great numbers. */
@NullMarked
package dev.lodestar.runtime.fuzz;

import org.jspecify.annotations.NullMarked;
