package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Gives each commit its id, and adds to what the commit writes. Called by one thread at a time, in commit order. */
public interface Recorder {
    /**
     * A commit without an id.
     *
     * @param branch the branch that it changes
     * @param merged the commit that it merges, or empty
     */
    record Draft(
            Branch branch, Instant time, String author, String message, List<Change> changes, Optional<Merged> merged) {
        /** Returns the commit with its id. */
        public Commit named(String id) {
            return new Commit(id, time, author, message, changes);
        }
    }

    /**
     * A commit that is merged by another.
     *
     * @param head its id
     * @param changes what leads from its state to that of the merge, in key order
     */
    record Merged(String head, List<TextChange> changes) {}

    /**
     * Gives a commit its id.
     *
     * @param texts everything in the store, without this commit
     * @param written what the commit writes; implementations may add to it, under keys that start with a dot
     */
    Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written);
}
