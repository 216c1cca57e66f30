package dev.lodestar.examples.todo;

/** Which todos a view shows. */
enum Filter {
    ALL,
    ACTIVE,
    DONE;

    boolean shows(Todo todo) {
        return this == ALL || todo.done() == (this == DONE);
    }
}
