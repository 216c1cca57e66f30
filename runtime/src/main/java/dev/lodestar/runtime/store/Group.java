package dev.lodestar.runtime.store;

import dev.lodestar.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Commits that are written together. Filled by one thread at a time; settled once. */
final class Group {
    private final SortedMap<String, Optional<String>> changes = new TreeMap<>();
    private final List<Announced> commits = new ArrayList<>();
    private volatile boolean settled;
    private volatile @Nullable RuntimeException failure;

    /**
     * A commit and where it was made.
     *
     * @param space the part of the texts that it changed
     */
    record Announced(Space space, Commit commit) {}

    void add(Announced commit, SortedMap<String, Optional<String>> written) {
        commits.add(commit);
        changes.putAll(written);
    }

    /** What all of it changes. */
    SortedMap<String, Optional<String>> changes() {
        return changes;
    }

    List<Announced> commits() {
        return commits;
    }

    void settle(@Nullable RuntimeException why) {
        failure = why;
        settled = true;
    }

    boolean settled() {
        return settled;
    }

    /** Throws what kept the group from being written. */
    void check() {
        RuntimeException why = failure;
        if (why != null) {
            throw why;
        }
    }
}
