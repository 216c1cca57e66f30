/**
 * POST requests on their way to the application: they are charged to a quota, and their body is read into reserved
 * memory.
 */
@NullMarked
package dev.lodestar.runtime.http.post;

import org.jspecify.annotations.NullMarked;
