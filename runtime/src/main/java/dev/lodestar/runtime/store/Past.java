package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where a history finds the commits that its recorder has made. */
interface Past {
    /** What a branch's name has before it where the id of its newest commit stands, or empty text if it has none. */
    String heads();

    /** The id of a branch's newest commit; empty text if it has none. */
    default String head(Texts texts, String branch) {
        return Optional.ofNullable(texts.get(heads() + branch)).orElse("");
    }

    /** The commit of an id, or null if it is not kept. */
    @Nullable
    HistoryRecord find(Texts texts, String id);

    /**
     * What one would change to get from one commit's state to another's: each key once, from its first text to its last.
     * An empty id is the state before the first commit.
     *
     * @throws dev.lodestar.store.StoreException if what lies between them is no longer kept
     */
    SortedMap<String, Changed> difference(Texts texts, String from, String to);

    /**
     * The nearest commits that one shares with some others: none of them leads back to another. An empty id is the state
     * before the first commit.
     *
     * @return their ids; none if what they share is no longer kept
     */
    List<String> bases(Texts texts, Collection<String> ours, String theirs);

    /** The branches that have been started, in their order. */
    default List<String> branches(Texts texts) {
        List<String> names = new ArrayList<>();
        texts.range(heads(), heads() + Keys.LAST, (key, id) -> names.add(key.substring(heads().length())));
        return names;
    }

    /**
     * Starts a branch, or ends one: adds to what is to be written where its newest commit is.
     *
     * @param head the id of the commit, or empty text for none; or empty if there is no such branch any more
     */
    default void place(String branch, Optional<String> head, SortedMap<String, Optional<String>> written) {
        written.put(heads() + branch, head);
    }

    /**
     * Checks that a branch can be written to.
     *
     * @throws IllegalStateException if it was removed
     */
    default void requireBranch(Texts texts, String branch) {
        if (!branch.equals(Space.MAIN.branch()) && !branches(texts).contains(branch)) {
            throw new IllegalStateException(
                    "The branch \"" + branch + "\" was removed. Get it again from a history, to start it anew.");
        }
    }

    /** The commit of an id, which must be kept. */
    default HistoryRecord get(Texts texts, String id) {
        HistoryRecord record = find(texts, id);
        if (record == null) {
            throw new IllegalArgumentException("No commit that is still kept has the id \"" + id + "\".");
        }
        return record;
    }
}
