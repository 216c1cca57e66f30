/** Tests of the server's certificate. */
@NullMarked
package dev.lodestar.runtime.tls;

import org.jspecify.annotations.NullMarked;
