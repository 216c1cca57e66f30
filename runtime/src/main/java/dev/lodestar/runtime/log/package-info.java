/** Where Undertow's log goes: through SLF4J, as the server's own does, so that an application configures one. */
@NullMarked
package dev.lodestar.runtime.log;

import org.jspecify.annotations.NullMarked;
