package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What both sides of a merge started from. Usually that is one commit. If branches were merged crosswise it is several,
 * which are merged in turn, starting from their own bases, as Git's recursive strategy does.
 */
public final class MergeBase {
    private final CommitGraph graph;
    private final Texts texts;
    private final String ours;
    private final List<String> commits;
    private final Map<String, SortedMap<String, TextChange>> differences = new HashMap<>();
    private final Map<List<String>, List<String>> basesOfBases = new HashMap<>();

    /**
     * The text of a key that both sides started from.
     *
     * @param known false if the commits disagree about it
     */
    public record BaseText(boolean known, Optional<String> text) {
        private static final BaseText UNKNOWN = new BaseText(false, Optional.empty());
    }

    /**
     * Finds the base.
     *
     * @throws StoreException if it is no longer kept
     */
    public MergeBase(CommitGraph graph, Texts texts, String ours, String theirs) {
        this.graph = graph;
        this.texts = texts;
        this.ours = ours;
        this.commits = bases(List.of(ours), theirs);
    }

    private List<String> bases(List<String> some, String other) {
        List<String> bases = graph.bases(texts, some, other);
        if (bases.isEmpty()) {
            throw new StoreException(
                    "The branches cannot be merged, because their common ancestors are no longer kept. Set the values"
                            + " by hand, and keep more history.",
                    null);
        }
        return bases;
    }

    /** Tells whether a commit is the base by itself. */
    public boolean is(String commit) {
        return commits.equals(List.of(commit));
    }

    /**
     * Returns the text of a key in the base.
     *
     * @param now its text in our commit
     */
    public BaseText text(String key, Optional<String> now) {
        return merged(commits, key, now);
    }

    private BaseText merged(List<String> several, String key, Optional<String> now) {
        BaseText all = text(several.get(0), key, now);
        for (int i = 1; i < several.size(); i++) {
            BaseText one = text(several.get(i), key, now);
            if (!all.equals(one)) {
                List<String> some = several.subList(0, i);
                String other = several.get(i);
                List<String> bases =
                        basesOfBases.computeIfAbsent(several.subList(0, i + 1), pair -> bases(some, other));
                BaseText earlier = merged(bases, key, now);
                if (earlier.equals(all)) {
                    all = one;
                } else if (!earlier.equals(one)) {
                    return BaseText.UNKNOWN;
                }
            }
        }
        return all;
    }

    private BaseText text(String commit, String key, Optional<String> now) {
        TextChange changed = differences
                .computeIfAbsent(commit, id -> graph.difference(texts, ours, id))
                .get(key);
        return new BaseText(true, changed == null ? now : changed.after());
    }
}
