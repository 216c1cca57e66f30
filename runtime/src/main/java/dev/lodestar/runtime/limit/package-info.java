/**
 * Counts and rates that keep any one client from taking more than its share of the server. Nothing here knows of
 * requests.
 */
@NullMarked
package dev.lodestar.runtime.limit;

import org.jspecify.annotations.NullMarked;
