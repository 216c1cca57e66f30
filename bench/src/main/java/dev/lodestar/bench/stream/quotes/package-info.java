/** The page that every server of the load benchmark shows, what changes in it, and the application that shows it. */
@NullMarked
package dev.lodestar.bench.stream.quotes;

import org.jspecify.annotations.NullMarked;
