/** Tests of connections of HTTP/2. */
@NullMarked
package dev.lodestar.runtime.connection.http2;

import org.jspecify.annotations.NullMarked;
