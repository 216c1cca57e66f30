/** Tests of what is made of a failure. */
@NullMarked
package dev.lodestar.runtime.failure;

import org.jspecify.annotations.NullMarked;
