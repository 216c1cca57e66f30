/** Names: the constants that are generated for them, and the known name that an unknown one probably means. */
@NullMarked
package dev.lodestar.processor.name;

import org.jspecify.annotations.NullMarked;
