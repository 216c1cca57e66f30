/**
 * What the processor knows of the application's Java types, as plain values: enough to read a record in a template and
 * to bind one from a request. Nothing here refers to the compiler's own model, so it can be made by hand in a test.
 */
@NullMarked
package dev.lodestar.processor.type;

import org.jspecify.annotations.NullMarked;
