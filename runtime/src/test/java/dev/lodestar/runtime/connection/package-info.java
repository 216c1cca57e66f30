/** Tests of listeners, connections and TLS. */
@NullMarked
package dev.lodestar.runtime.connection;

import org.jspecify.annotations.NullMarked;
