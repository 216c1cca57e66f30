package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Names commits, and adds to what they write. Called by one thread at a time, in the order of the commits. */
interface Recorder {
    /**
     * A commit that has no name yet.
     *
     * @param space the part of the texts that it changes
     * @param merged what it merges, or empty
     */
    record Draft(
            Space space, Instant time, String author, String message, List<Change> changes, Optional<Merged> merged) {
        Commit named(String id) {
            return new Commit(id, time, author, message, changes);
        }
    }

    /**
     * A commit that another one merges.
     *
     * @param head its id
     * @param changes what leads from its state to that of the merge, in the order of the keys
     */
    record Merged(String head, List<Changed> changes) {}

    /**
     * Names a commit.
     *
     * @param texts everything the store has, without this commit
     * @param written what the commit writes; more may be added, under keys that start with a dot
     */
    Commit record(Draft draft, Texts texts, SortedMap<String, Optional<String>> written);
}
