/** Sends Undertow's log through SLF4J, as the server's own, so that an application configures only one. */
@NullMarked
package dev.lodestar.runtime.log;

import org.jspecify.annotations.NullMarked;
