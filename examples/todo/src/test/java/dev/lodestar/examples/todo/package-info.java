/** The todo example: its rules, and the list as people use it in a browser. */
@NullMarked
package dev.lodestar.examples.todo;

import org.jspecify.annotations.NullMarked;
