/**
 * What an application answers to, as values: the table that generated code fills with views, actions and clocks,
 * and the few interfaces that their handlers have. Nothing in it knows of a server.
 */
@NullMarked
package dev.lodestar.runtime.route;

import org.jspecify.annotations.NullMarked;
