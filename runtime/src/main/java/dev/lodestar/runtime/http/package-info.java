/**
 * Requests and their answers: one look-up finds the endpoint of a path, which serves bytes, runs an action or opens
 * a stream. All that is particular to Undertow is here.
 */
@NullMarked
package dev.lodestar.runtime.http;

import org.jspecify.annotations.NullMarked;
