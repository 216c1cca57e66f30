/**
 * What a browser sent, as {@link dev.lodestar.Fields}: signals from JSON, forms with their files, and query parameters.
 * Reading is strict; refusals name the field and what is expected. Generated code collects the refusals of a request in
 * a {@link dev.lodestar.runtime.signal.Binding}.
 */
@NullMarked
package dev.lodestar.runtime.signal;

import org.jspecify.annotations.NullMarked;
