/** Tests of the reports on failures. */
@NullMarked
package dev.lodestar.runtime.failure;

import org.jspecify.annotations.NullMarked;
