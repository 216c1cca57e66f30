/** Tests of answers over HTTP. */
@NullMarked
package dev.lodestar.runtime.http;

import org.jspecify.annotations.NullMarked;
