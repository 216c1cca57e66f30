/**
 * The rules of templates and their errors. {@link dev.lodestar.processor.template.check.TemplateChecker} is the entry
 * point: {@code BodyChecker} follows the nodes of a template and the HTML around them, resolves names against the
 * record, and turns them into {@link dev.lodestar.processor.template.step.Step}s. A class that finds a mistake throws
 * {@code Refusal}; the body checker, which knows the position, makes a fault of it.
 */
@NullMarked
package dev.lodestar.processor.template.check;

import org.jspecify.annotations.NullMarked;
