/** The frames of HTTP/2 as they arrive, before Undertow sees them: what they may cost, and how long they may take. */
@NullMarked
package dev.lodestar.runtime.http2;

import org.jspecify.annotations.NullMarked;
