/**
 * Writing HTML as bytes: the output that compiled templates append to.
 */
@NullMarked
package dev.lodestar.runtime.html;

import org.jspecify.annotations.NullMarked;
