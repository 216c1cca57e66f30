/**
 * Reads the compiler's elements into the model; no other package knows both. {@code AnnotationRegistry} lists the
 * annotations, {@code Declarations} has a reader for each, and {@code ElementOrigin} is how the model remembers,
 * without knowing it, the element that a message belongs to.
 */
@NullMarked
package dev.lodestar.processor.read;

import org.jspecify.annotations.NullMarked;
