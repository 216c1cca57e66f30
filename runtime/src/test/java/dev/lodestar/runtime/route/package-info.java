/** Tests of the route table. */
@NullMarked
package dev.lodestar.runtime.route;

import org.jspecify.annotations.NullMarked;
