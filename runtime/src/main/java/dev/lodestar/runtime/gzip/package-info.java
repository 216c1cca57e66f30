/** Gzip streams that are put together from blocks which were made once for everybody. */
@NullMarked
package dev.lodestar.runtime.gzip;

import org.jspecify.annotations.NullMarked;
