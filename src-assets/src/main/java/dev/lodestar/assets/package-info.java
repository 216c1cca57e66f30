/** The files that the compiler puts into every application. */
@NullMarked
package dev.lodestar.assets;

import org.jspecify.annotations.NullMarked;
