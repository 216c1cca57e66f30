/** Actions: running them, once for each call, and turning their replies into answers. */
@NullMarked
package dev.lodestar.runtime.http.action;

import org.jspecify.annotations.NullMarked;
