/**
 * The bytes that were compiled into the application, shims and assets: read once from the generated binary table, and
 * kept in buffers that all responses share.
 */
@NullMarked
package dev.lodestar.runtime.asset;

import org.jspecify.annotations.NullMarked;
