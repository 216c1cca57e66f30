/** The todo example: its rules, and how people meet it in a browser. */
@NullMarked
package dev.lodestar.examples.todo;

import org.jspecify.annotations.NullMarked;
