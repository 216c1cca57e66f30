@NullMarked
package dev.lodestar.runtime.frame;

import org.jspecify.annotations.NullMarked;
