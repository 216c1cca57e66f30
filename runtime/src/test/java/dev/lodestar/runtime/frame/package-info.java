/** Tests of frames and their encodings. */
@NullMarked
package dev.lodestar.runtime.frame;

import org.jspecify.annotations.NullMarked;
