/** What the processor makes of names: the constants that stand for them, and what an unknown one probably means. */
@NullMarked
package dev.lodestar.processor.name;

import org.jspecify.annotations.NullMarked;
