/** Tests of the hub, its feeds and subscribers. */
@NullMarked
package dev.lodestar.runtime.hub;

import org.jspecify.annotations.NullMarked;
