/** That people keep what they typed, chose and opened, in every engine, while frames come ten times a second. */
@NullMarked
package dev.lodestar.runtime.care;

import org.jspecify.annotations.NullMarked;
