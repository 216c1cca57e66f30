/** Tests of the whole server over loopback, and what they share. */
@NullMarked
package dev.lodestar.runtime;

import org.jspecify.annotations.NullMarked;
