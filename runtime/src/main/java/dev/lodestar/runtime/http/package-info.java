/**
 * Requests and their answers. One lookup finds the endpoint of a path, which serves bytes, runs an action or opens a
 * stream; policies that hold for all endpoints refuse a request before.
 */
@NullMarked
package dev.lodestar.runtime.http;

import org.jspecify.annotations.NullMarked;
