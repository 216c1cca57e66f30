/** Tests of the asset table. */
@NullMarked
package dev.lodestar.runtime.asset;

import org.jspecify.annotations.NullMarked;
