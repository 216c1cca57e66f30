/** How the connections of a thread take turns, so that nobody who has thousands of them keeps the others waiting. */
@NullMarked
package dev.lodestar.runtime.fair;

import org.jspecify.annotations.NullMarked;
