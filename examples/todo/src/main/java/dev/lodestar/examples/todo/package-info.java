/**
 * A todo list that everybody sees and anybody can change, kept in a file: what a Lodestar application with persistent
 * state looks like. {@code TodoList} is the model and knows nothing of the web; {@code TodoApp} shows it,
 * {@code TodoActions} changes it, and {@code Timeline} tells who did what, and undoes it.
 */
@NullMarked
package dev.lodestar.examples.todo;

import org.jspecify.annotations.NullMarked;
