package dev.lodestar.examples.todo;

import dev.lodestar.store.Commit;

/**
 * A commit in the list's history.
 *
 * @param commit what was done
 * @param kind what became of it
 */
record Step(Commit commit, Kind kind) {
    /** What a step is to who looks back. */
    enum Kind {
        /** Somebody changed the list. */
        CHANGE,
        /** Somebody changed the list, and it was undone since. */
        UNDONE,
        /** It undid another. */
        UNDO
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }
}
