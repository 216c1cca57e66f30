/** Tests of failures that a server cannot survive. */
@NullMarked
package dev.lodestar.runtime.collapse;

import org.jspecify.annotations.NullMarked;
