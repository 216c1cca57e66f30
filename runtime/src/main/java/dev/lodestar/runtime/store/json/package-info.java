/**
 * Values and changes as JSON: {@link dev.lodestar.runtime.store.json.ValueText} writes and reads values, records by
 * their components; {@link dev.lodestar.runtime.store.json.TextChange} is a change of one key.
 */
@NullMarked
package dev.lodestar.runtime.store.json;

import org.jspecify.annotations.NullMarked;
