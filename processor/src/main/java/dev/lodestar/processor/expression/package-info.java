/**
 * Datastar expressions as JavaScript that is known when the application is compiled: translates them as the client
 * would, checks them, and collects them in a module.
 */
@NullMarked
package dev.lodestar.processor.expression;

import org.jspecify.annotations.NullMarked;
