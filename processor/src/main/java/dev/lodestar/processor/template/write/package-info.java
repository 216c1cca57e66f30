/**
 * Writes the steps of a template as the Java class that renders it.
 * {@link dev.lodestar.processor.template.write.RendererWriter} is the entry point; {@code MethodWriter} writes one
 * method, and {@code MethodSplitter} divides those that HotSpot would find too large to compile.
 */
@NullMarked
package dev.lodestar.processor.template.write;

import org.jspecify.annotations.NullMarked;
