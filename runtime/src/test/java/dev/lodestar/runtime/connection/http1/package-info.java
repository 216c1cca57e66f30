/** Tests of connections of HTTP/1.1. */
@NullMarked
package dev.lodestar.runtime.connection.http1;

import org.jspecify.annotations.NullMarked;
