/** How messages show text from outside. Exported to the runtime only; applications do not see it. */
@NullMarked
package dev.lodestar.text;

import org.jspecify.annotations.NullMarked;
