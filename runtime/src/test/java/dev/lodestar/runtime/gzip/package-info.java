@NullMarked
package dev.lodestar.runtime.gzip;

import org.jspecify.annotations.NullMarked;
