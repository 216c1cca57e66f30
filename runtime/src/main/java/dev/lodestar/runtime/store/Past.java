package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where a history finds the commits that its recorder has made. */
interface Past {
    /** The id of a branch's newest commit; empty text if it has none. */
    String head(Texts texts, String branch);

    /** The commit of an id, or null if it is not kept. */
    @Nullable
    HistoryRecord find(Texts texts, String id);

    /**
     * What one would change to get from one commit's state to another's: each key once, from its first text to its last.
     * An empty id is the state before the first commit.
     */
    SortedMap<String, Changed> difference(Texts texts, String from, String to);

    /** The nearest commit that two share; empty text if they share none. */
    String base(Texts texts, String ours, String theirs);

    /** The branches that have been started, in their order. */
    List<String> branches(Texts texts);

    /** Starts a branch: adds to what is to be written that its newest commit is the one of the id, or none. */
    void start(String branch, String head, SortedMap<String, Optional<String>> written);

    /** The commit of an id, which must be kept. */
    default HistoryRecord get(Texts texts, String id) {
        HistoryRecord record = find(texts, id);
        if (record == null) {
            throw new IllegalArgumentException("No commit that is still kept has the id \"" + id + "\".");
        }
        return record;
    }
}
