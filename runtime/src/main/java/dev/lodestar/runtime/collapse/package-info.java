/** How a server notices that it cannot go on, so that it ends rather than lives on half dead. */
@NullMarked
package dev.lodestar.runtime.collapse;

import org.jspecify.annotations.NullMarked;
