package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commits that {@link HistoryRecorder} keeps among the texts. */
final class HistoryGraph implements CommitGraph {
    @Override
    public String heads() {
        return HistoryKeys.HEADS;
    }

    @Override
    public @Nullable CommitRecord find(Texts texts, String id) {
        return HistoryKeys.find(texts, id);
    }

    @Override
    public SortedMap<String, TextChange> difference(Texts texts, String from, String to) {
        Collection<TextChange> path = new CommonAncestors(texts, List.of(from), List.of(to)).path();
        if (path == null) {
            throw new StoreException(
                    "The commits between \"" + from + "\" and \"" + to + "\" are no longer kept. Compare commits of one"
                            + " branch, or keep more history.",
                    null);
        }
        SortedMap<String, TextChange> net = new TreeMap<>();
        path.forEach(change -> net.merge(
                change.key(), change, (first, next) -> new TextChange(first.key(), first.before(), next.after())));
        net.values().removeIf(change -> change.before().equals(change.after()));
        return net;
    }

    @Override
    public List<String> bases(Texts texts, Collection<String> ours, String theirs) {
        return new CommonAncestors(texts, ours, List.of(theirs)).nearest();
    }

    @Override
    public void place(String branch, Optional<String> head, SortedMap<String, Optional<String>> written) {
        CommitGraph.super.place(branch, head, written);
        written.put(HistoryKeys.PINNED, Optional.empty());
    }
}
