/** Tests of the stores: what every backend must do, and what each does on its own. */
@NullMarked
package dev.lodestar.runtime.store;

import org.jspecify.annotations.NullMarked;
