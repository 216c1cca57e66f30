/**
 * The bytes that were compiled into the application, shims and assets, read once from the generated binary table
 * and held in buffers that every response shares.
 */
@NullMarked
package dev.lodestar.runtime.asset;

import org.jspecify.annotations.NullMarked;
