/**
 * Counts and rates by which nobody gets more of the server than his share. Nothing here knows of requests.
 */
@NullMarked
package dev.lodestar.runtime.limit;

import org.jspecify.annotations.NullMarked;
