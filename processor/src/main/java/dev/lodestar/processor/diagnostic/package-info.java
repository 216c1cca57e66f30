/** How the processor speaks: every problem has an origin to stand on, a stable rule and one message. */
@NullMarked
package dev.lodestar.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
