/** What happens to thousands of open streams when their server restarts. */
@NullMarked
package dev.lodestar.bench.stream.restart;

import org.jspecify.annotations.NullMarked;
