package dev.lodestar.examples.todo;

/** What came of the wish to give a todo another title. */
sealed interface Renaming {
    /** It has the title, or is gone because the title was blank. */
    record Done() implements Renaming {}

    /**
     * Somebody else was faster, so nothing was changed.
     *
     * @param title what they made of it
     */
    record Overtaken(String title) implements Renaming {}

    /** Somebody has deleted it. */
    record Gone() implements Renaming {}
}
