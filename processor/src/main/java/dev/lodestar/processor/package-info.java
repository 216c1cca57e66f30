/**
 * The annotation processor, from its door, {@link dev.lodestar.processor.LodestarProcessor}, to the order in which an
 * application is read, checked and written. What each of these means is in the packages below.
 */
@NullMarked
package dev.lodestar.processor;

import org.jspecify.annotations.NullMarked;
