/**
 * Compiles a template and the record that it shows into a renderer. {@link
 * dev.lodestar.processor.template.TemplateCompiler} is the entry point, and the subpackages are the stages: {@code
 * parse} turns the text into a syntax tree, {@code check} resolves its names and follows the HTML around its tags with
 * the help of {@code place}, which gives steps ({@code step}), and {@code write} writes these as Java.
 */
@NullMarked
package dev.lodestar.processor.template;

import org.jspecify.annotations.NullMarked;
