/** What a large application's assets cost the compiler and the server. */
@NullMarked
package dev.lodestar.bench.asset;

import org.jspecify.annotations.NullMarked;
