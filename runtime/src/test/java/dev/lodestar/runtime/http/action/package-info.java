/** Tests of the answers of actions. */
@NullMarked
package dev.lodestar.runtime.http.action;

import org.jspecify.annotations.NullMarked;
