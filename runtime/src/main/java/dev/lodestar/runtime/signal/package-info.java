/**
 * What a browser sent, as {@link dev.lodestar.Fields}: signals from JSON, forms with their files, and parameters from the
 * query, read strictly, with refusals that name the field and say what is expected. Generated code gathers the refusals of a request in a
 * {@link dev.lodestar.runtime.signal.Binding}.
 */
@NullMarked
package dev.lodestar.runtime.signal;

import org.jspecify.annotations.NullMarked;
