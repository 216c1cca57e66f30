/**
 * Writes the Java code of an application from the checked model: {@code Main}, the routes, the constants and the
 * binders. Nothing here asks the compiler anything.
 */
@NullMarked
package dev.lodestar.processor.code;

import org.jspecify.annotations.NullMarked;
