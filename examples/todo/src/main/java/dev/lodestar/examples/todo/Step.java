package dev.lodestar.examples.todo;

import dev.lodestar.store.Commit;

/**
 * A commit in the list's history.
 *
 * @param commit what was done
 * @param kind its part in the history
 */
record Step(Commit commit, Kind kind) {
    /** What part a commit plays in the history. */
    enum Kind {
        /** A change to the list. */
        CHANGE,
        /** A change that has been undone. */
        UNDONE,
        /** The undoing of another step. */
        UNDO
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }
}
