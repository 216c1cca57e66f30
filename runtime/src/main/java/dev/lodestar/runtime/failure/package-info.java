/**
 * Failures: the id under which the log has one, the sentence that people see, and the report for developers of the
 * application.
 */
@NullMarked
package dev.lodestar.runtime.failure;

import org.jspecify.annotations.NullMarked;
