@NullMarked
package dev.lodestar.runtime.presence;

import org.jspecify.annotations.NullMarked;
