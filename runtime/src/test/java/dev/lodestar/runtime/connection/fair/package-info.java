/** Tests of the turns that connections take. */
@NullMarked
package dev.lodestar.runtime.connection.fair;

import org.jspecify.annotations.NullMarked;
