/** Tests of what a server cannot go on after. */
@NullMarked
package dev.lodestar.runtime.collapse;

import org.jspecify.annotations.NullMarked;
