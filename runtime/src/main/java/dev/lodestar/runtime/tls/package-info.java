/**
 * The server's certificate: read from PEM files, read again when they change, and made for a developer's own machine.
 */
@NullMarked
package dev.lodestar.runtime.tls;

import org.jspecify.annotations.NullMarked;
