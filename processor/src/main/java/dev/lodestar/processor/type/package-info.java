/**
 * The application's Java types as plain values: enough to show a record in a template, and to bind one from a request.
 * Nothing here refers to the compiler's own model, so tests can create these values by hand.
 */
@NullMarked
package dev.lodestar.processor.type;

import org.jspecify.annotations.NullMarked;
