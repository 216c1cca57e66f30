/** Writes the code of an application from the checked model: nothing here asks the compiler anything. */
@NullMarked
package dev.lodestar.processor.code;

import org.jspecify.annotations.NullMarked;
