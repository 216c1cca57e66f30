/**
 * Compiles a template and the record that it shows into a renderer. The way through it: {@code TemplateParser} reads
 * the text into {@code Node}s, {@code BodyChecker} resolves every name against the record and follows the HTML
 * around every tag, which gives {@code Step}s, and {@code RendererWriter} writes these as Java. {@link
 * dev.lodestar.processor.template.TemplateCompiler} is the door.
 */
@NullMarked
package dev.lodestar.processor.template;

import org.jspecify.annotations.NullMarked;
