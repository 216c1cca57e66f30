/**
 * Connections of HTTP/2. Frames are checked, and charged to a budget, before Undertow sees them; requests are checked
 * before they are handled.
 */
@NullMarked
package dev.lodestar.runtime.connection.http2;

import org.jspecify.annotations.NullMarked;
