/**
 * What a renderer does, step by step: the result of checking a template and the input of the writer. Every name has
 * become a {@link dev.lodestar.processor.template.step.Value} in a
 * {@link dev.lodestar.processor.template.step.Local}, and every place an escaping.
 */
@NullMarked
package dev.lodestar.processor.template.step;

import org.jspecify.annotations.NullMarked;
