/**
 * Messages about an application: every problem has a place in the source, a rule with a stable code, and one message
 * that says what is wrong, why, and what to write instead.
 */
@NullMarked
package dev.lodestar.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
