/** Tests of the stores that are Git repositories. */
@NullMarked
package dev.lodestar.store.git;

import org.jspecify.annotations.NullMarked;
