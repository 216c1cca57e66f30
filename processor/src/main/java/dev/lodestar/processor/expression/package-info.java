/**
 * Compiles Datastar expressions to JavaScript: translates them as the client would, parses them as a browser would, and
 * collects them as functions of a module.
 */
@NullMarked
package dev.lodestar.processor.expression;

import org.jspecify.annotations.NullMarked;
