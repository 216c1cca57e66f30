/** Tests of the bytes of events. */
@NullMarked
package dev.lodestar.runtime.sse;

import org.jspecify.annotations.NullMarked;
