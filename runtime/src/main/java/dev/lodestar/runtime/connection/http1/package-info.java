/**
 * Connections of HTTP/1.1. Everything passes a guard beneath Undertow's parser, which says what is wrong with a
 * request and makes certain where it ends.
 */
@NullMarked
package dev.lodestar.runtime.connection.http1;

import org.jspecify.annotations.NullMarked;
