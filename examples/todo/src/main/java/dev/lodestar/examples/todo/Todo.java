package dev.lodestar.examples.todo;

/**
 * Something to do, as it is stored.
 *
 * @param title what it is, not blank
 * @param done whether it is done
 * @param position where it stands among the others: they are shown in ascending order
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
