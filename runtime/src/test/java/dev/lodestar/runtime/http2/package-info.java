@NullMarked
package dev.lodestar.runtime.http2;

import org.jspecify.annotations.NullMarked;
