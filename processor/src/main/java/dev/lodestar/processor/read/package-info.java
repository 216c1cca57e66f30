/** Reads the compiler's elements into the model; the only package that knows both. */
@NullMarked
package dev.lodestar.processor.read;

import org.jspecify.annotations.NullMarked;
