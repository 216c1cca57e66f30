/** What the processor says about names that do not exist: which one was probably meant. */
@NullMarked
package dev.lodestar.processor.name;

import org.jspecify.annotations.NullMarked;
