package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What both sides of a merge started from. That is one commit, unless branches were merged crosswise: then it is several,
 * which are merged in turn, from what these started from, as Git's recursive strategy does it.
 */
final class MergeBase {
    private final Past past;
    private final Texts texts;
    private final String ours;
    private final List<String> commits;
    private final Map<String, SortedMap<String, Changed>> differences = new HashMap<>();
    private final Map<List<String>, List<String>> basesOfBases = new HashMap<>();

    /**
     * What a key has.
     *
     * @param known false if the commits disagree about it
     */
    record Started(boolean known, Optional<String> text) {
        private static final Started UNKNOWN = new Started(false, Optional.empty());
    }

    /** @throws StoreException if it is no longer kept */
    MergeBase(Past past, Texts texts, String ours, String theirs) {
        this.past = past;
        this.texts = texts;
        this.ours = ours;
        this.commits = bases(List.of(ours), theirs);
    }

    private List<String> bases(List<String> some, String other) {
        List<String> bases = past.bases(texts, some, other);
        if (bases.isEmpty()) {
            throw new StoreException(
                    "The branches cannot be merged, since the commits that both came from are no longer kept. Set the"
                            + " values by hand, and keep more history.",
                    null);
        }
        return bases;
    }

    /** Tells whether a commit is all that it consists of. */
    boolean is(String commit) {
        return commits.equals(List.of(commit));
    }

    /**
     * What a key had.
     *
     * @param now what it has in our commit
     */
    Started text(String key, Optional<String> now) {
        return merged(commits, key, now);
    }

    private Started merged(List<String> several, String key, Optional<String> now) {
        Started all = text(several.get(0), key, now);
        for (int i = 1; i < several.size(); i++) {
            Started one = text(several.get(i), key, now);
            if (!all.equals(one)) {
                List<String> some = several.subList(0, i);
                String other = several.get(i);
                List<String> bases =
                        basesOfBases.computeIfAbsent(several.subList(0, i + 1), pair -> bases(some, other));
                Started before = merged(bases, key, now);
                if (before.equals(all)) {
                    all = one;
                } else if (!before.equals(one)) {
                    return Started.UNKNOWN;
                }
            }
        }
        return all;
    }

    private Started text(String commit, String key, Optional<String> now) {
        Changed changed = differences
                .computeIfAbsent(commit, id -> past.difference(texts, ours, id))
                .get(key);
        return new Started(true, changed == null ? now : changed.after());
    }
}
