package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Finds the commits that a {@link Recorder} has recorded, and what lies between them. Safe for use by any thread. */
public interface CommitGraph {
    /** Returns the prefix of the keys that hold the id of each branch's newest commit, or empty text if it has none. */
    String heads();

    /** Returns the id of a branch's newest commit; empty if it has none. */
    default String head(Texts texts, String branch) {
        return Optional.ofNullable(texts.get(heads() + branch)).orElse("");
    }

    /** Returns the commit with an id, or null if it is not kept. */
    @Nullable
    CommitRecord find(Texts texts, String id);

    /**
     * Returns the changes that turn one commit's state into another's: each key once, from its first text to its last.
     * An empty id stands for the state before the first commit.
     *
     * @throws dev.lodestar.store.StoreException if commits between the two are no longer kept
     */
    SortedMap<String, TextChange> difference(Texts texts, String from, String to);

    /**
     * Returns the nearest common ancestors of one commit and some others: none of them is an ancestor of another. An
     * empty id stands for the state before the first commit.
     *
     * @return their ids; empty if they are no longer kept
     */
    List<String> bases(Texts texts, Collection<String> ours, String theirs);

    /**
     * Returns some commits together with the common ancestors of any two of them, of any two of these, and so on: the
     * commits that a merge of any two may start from.
     */
    default Set<String> closure(Texts texts, Collection<String> commits) {
        return Pins.closure(this, texts, commits);
    }

    /** Returns the branches that exist, in name order. */
    default List<String> branches(Texts texts) {
        List<String> names = new ArrayList<>();
        texts.range(heads(), heads() + Texts.END, (key, id) -> names.add(key.substring(heads().length())));
        return names;
    }

    /**
     * Adds the position of a branch to what is about to be written: creates, moves or removes the branch.
     *
     * @param head the id of its newest commit, or empty text if it has none; or empty to remove the branch
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
        if (!branch.equals(Branch.MAIN.name()) && !branches(texts).contains(branch)) {
            throw new IllegalStateException("The branch \"" + branch
                    + "\" was removed. To start it again, ask a history for it with branch(\"" + branch + "\").");
        }
    }

    /**
     * Returns the commit with an id.
     *
     * @throws IllegalArgumentException if it is not kept
     */
    default CommitRecord get(Texts texts, String id) {
        CommitRecord record = find(texts, id);
        if (record == null) {
            throw unknown(id);
        }
        return record;
    }

    /** Returns the exception for an id that no commit has. */
    static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no commit \"" + id + "\", or it is no longer kept.");
    }
}
