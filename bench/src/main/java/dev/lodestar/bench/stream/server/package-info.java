/** The servers of the load benchmark, each a separate process that shows the same page. */
@NullMarked
package dev.lodestar.bench.stream.server;

import org.jspecify.annotations.NullMarked;
