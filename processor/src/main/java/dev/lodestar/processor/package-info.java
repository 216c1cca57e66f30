/**
 * The annotation processor. {@link dev.lodestar.processor.LodestarProcessor} is what the compiler calls, and
 * {@code ApplicationCompiler} is the order of the work: an application is read (package {@code read}), checked
 * ({@code application}, {@code graph}, {@code template}, {@code asset}) and written ({@code code}, {@code template},
 * {@code asset}).
 */
@NullMarked
package dev.lodestar.processor;

import org.jspecify.annotations.NullMarked;
