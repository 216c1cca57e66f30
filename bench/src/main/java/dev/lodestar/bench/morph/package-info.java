/** What it costs a browser to make its document look like a frame, beside other libraries for that. */
@NullMarked
package dev.lodestar.bench.morph;

import org.jspecify.annotations.NullMarked;
