/** Values as JSON: {@link dev.lodestar.runtime.store.json.ValueText} writes and reads them, records by their components. */
@NullMarked
package dev.lodestar.runtime.store.json;

import org.jspecify.annotations.NullMarked;
