/** What becomes of thousands of open streams when their server is started anew. */
@NullMarked
package dev.lodestar.bench.stream.restart;

import org.jspecify.annotations.NullMarked;
