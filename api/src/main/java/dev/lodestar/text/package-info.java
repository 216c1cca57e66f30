/** How messages show text that comes from outside. For the runtime; no application sees it. */
@NullMarked
package dev.lodestar.text;

import org.jspecify.annotations.NullMarked;
