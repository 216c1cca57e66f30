package dev.lodestar.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commits that are written together. Filled by one thread at a time; settled once. */
final class Group {
    private final SortedMap<String, Optional<String>> changes = new TreeMap<>();
    private final List<Announcement> commits = new ArrayList<>();
    private volatile Fate fate = Fate.OPEN;
    private volatile @Nullable RuntimeException failure;

    private enum Fate {
        OPEN,
        WRITTEN,
        OVERTAKEN,
        FAILED
    }

    void add(Announcement commit, SortedMap<String, Optional<String>> written) {
        commits.add(commit);
        changes.putAll(written);
    }

    /** What all of it changes. */
    SortedMap<String, Optional<String>> changes() {
        return changes;
    }

    List<Announcement> commits() {
        return commits;
    }

    /** It is durable. */
    void succeed() {
        fate = Fate.WRITTEN;
    }

    /** Others have changed what its commits were made from, so they are to be made again. */
    void giveWay() {
        fate = Fate.OVERTAKEN;
    }

    void fail(RuntimeException why) {
        failure = why;
        fate = Fate.FAILED;
    }

    boolean settled() {
        return fate != Fate.OPEN;
    }

    /** Tells whether it was written, not overtaken; throws what kept it from being written. */
    boolean written() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
        return fate == Fate.WRITTEN;
    }
}
