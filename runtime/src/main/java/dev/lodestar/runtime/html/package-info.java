/**
 * What a renderer writes to: UTF-8 bytes, with an escaper for each place in a page where a value can stand, and marks
 * where elements with ids begin and end.
 */
@NullMarked
package dev.lodestar.runtime.html;

import org.jspecify.annotations.NullMarked;
