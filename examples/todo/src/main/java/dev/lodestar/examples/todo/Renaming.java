package dev.lodestar.examples.todo;

/** The outcome of renaming a todo. */
sealed interface Renaming {
    /** The todo has the title, or is deleted because the title was blank. */
    record Done() implements Renaming {}

    /**
     * Somebody else was faster, so nothing has changed.
     *
     * @param title the title that they gave it
     */
    record Overtaken(String title) implements Renaming {}

    /** Somebody has deleted it. */
    record Gone() implements Renaming {}
}
