/**
 * What lies beneath requests: the listening socket, TLS, who may connect and how fast, and the I/O threads. The
 * subpackages read the two versions of HTTP ({@code http1}, {@code http2}), share the threads out among clients
 * ({@code fair}) and refuse what is not served ({@code refusal}). Nothing here knows what a request is for.
 */
@NullMarked
package dev.lodestar.runtime.connection;

import org.jspecify.annotations.NullMarked;
