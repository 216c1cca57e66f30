/** Tests of how values are stored as text, and of what becomes of them when records change. */
@NullMarked
package dev.lodestar.runtime.store.json;

import org.jspecify.annotations.NullMarked;
