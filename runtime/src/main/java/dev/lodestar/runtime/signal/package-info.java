/**
 * What a browser sent, as {@link dev.lodestar.Fields}: signals from JSON and parameters from the query, read strictly,
 * with refusals that name the field and say what is expected.
 */
@NullMarked
package dev.lodestar.runtime.signal;

import org.jspecify.annotations.NullMarked;
