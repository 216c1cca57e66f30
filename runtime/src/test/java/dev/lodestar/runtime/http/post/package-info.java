/** Tests of the bodies of requests. */
@NullMarked
package dev.lodestar.runtime.http.post;

import org.jspecify.annotations.NullMarked;
