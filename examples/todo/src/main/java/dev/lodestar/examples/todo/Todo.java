package dev.lodestar.examples.todo;

/**
 * A todo, as it is stored.
 *
 * @param title not blank
 * @param done whether it is done
 * @param position its place among the others, in ascending order
 */
record Todo(String title, boolean done, double position) {
    Todo withTitle(String title) {
        return new Todo(title, done, position);
    }

    Todo withDone(boolean done) {
        return new Todo(title, done, position);
    }

    Todo withPosition(double position) {
        return new Todo(title, done, position);
    }
}
