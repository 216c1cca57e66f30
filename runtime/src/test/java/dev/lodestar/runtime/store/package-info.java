/** Tests of the stores that come with the runtime: in memory, and over media of the tests. */
@NullMarked
package dev.lodestar.runtime.store;

import org.jspecify.annotations.NullMarked;
