/** Measures what a server does for thousands of open streams, and what its peers do for the same. */
@NullMarked
package dev.lodestar.bench.stream;

import org.jspecify.annotations.NullMarked;
