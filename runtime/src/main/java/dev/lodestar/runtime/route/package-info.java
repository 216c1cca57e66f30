/**
 * What an application answers to, as values: the table that generated code fills with views, actions and clocks, and
 * the small interfaces of their handlers. It knows nothing of a server.
 */
@NullMarked
package dev.lodestar.runtime.route;

import org.jspecify.annotations.NullMarked;
