/** Tests of sessions. */
@NullMarked
package dev.lodestar.runtime.session;

import org.jspecify.annotations.NullMarked;
