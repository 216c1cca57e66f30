package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commits that are written together. Filled by one thread at a time, and settled once. */
final class CommitGroup {
    private final SortedMap<String, Optional<String>> changes = new TreeMap<>();
    private final List<Announcement> commits = new ArrayList<>();
    private volatile Outcome outcome = Outcome.OPEN;
    private volatile @Nullable RuntimeException failure;

    private enum Outcome {
        OPEN,
        WRITTEN,
        OVERTAKEN,
        FAILED
    }

    void add(Announcement commit, SortedMap<String, Optional<String>> written) {
        commits.add(commit);
        changes.putAll(written);
    }

    /** Returns the changes of all its commits together. */
    SortedMap<String, Optional<String>> changes() {
        return changes;
    }

    List<Announcement> commits() {
        return commits;
    }

    /** Settles it: everything is durable. */
    void succeed() {
        outcome = Outcome.WRITTEN;
    }

    /** Settles it: others have changed what its commits were based on, so the commits have to be made again. */
    void giveWay() {
        outcome = Outcome.OVERTAKEN;
    }

    /** Settles it: nothing was written. */
    void fail(RuntimeException why) {
        failure = why;
        outcome = Outcome.FAILED;
    }

    boolean settled() {
        return outcome != Outcome.OPEN;
    }

    /**
     * Tells whether it was written; false if it was overtaken.
     *
     * @throws RuntimeException what it failed with
     */
    boolean written() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
        return outcome == Outcome.WRITTEN;
    }
}
