/** The page that every server of the load benchmark shows, how it changes, and the application that shows it. */
@NullMarked
package dev.lodestar.bench.stream.quotes;

import org.jspecify.annotations.NullMarked;
