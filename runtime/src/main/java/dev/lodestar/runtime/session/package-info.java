/**
 * Browsers told apart by a cookie, and what the application keeps for each of them.
 */
@NullMarked
package dev.lodestar.runtime.session;

import org.jspecify.annotations.NullMarked;
