/** Tests of reading signals and queries. */
@NullMarked
package dev.lodestar.runtime.signal;

import org.jspecify.annotations.NullMarked;
