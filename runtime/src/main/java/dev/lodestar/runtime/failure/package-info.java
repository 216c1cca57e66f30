/**
 * What is made of a failure: the id under which the log has it, the sentence that people are shown, and the report for
 * whoever works on the application.
 */
@NullMarked
package dev.lodestar.runtime.failure;

import org.jspecify.annotations.NullMarked;
