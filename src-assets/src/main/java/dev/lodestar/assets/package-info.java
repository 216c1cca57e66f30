/** The files that the compiler embeds into every application. */
@NullMarked
package dev.lodestar.assets;

import org.jspecify.annotations.NullMarked;
