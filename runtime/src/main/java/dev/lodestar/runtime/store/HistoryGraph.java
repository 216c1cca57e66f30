package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commits that {@link HistoryRecorder} keeps among the texts, and the ways between them. */
final class HistoryGraph implements Past {
    @Override
    public String heads() {
        return HistoryKeys.HEADS;
    }

    @Override
    public @Nullable HistoryRecord find(Texts texts, String id) {
        return HistoryKeys.find(texts, id);
    }

    @Override
    public SortedMap<String, Changed> difference(Texts texts, String from, String to) {
        Collection<Changed> way = new CommonAncestors(texts, List.of(from), List.of(to)).way();
        if (way == null) {
            throw new StoreException(
                    "What lies between the commits \"" + from + "\" and \"" + to + "\" is no longer kept. Compare"
                            + " commits of one branch, or keep more history.",
                    null);
        }
        SortedMap<String, Changed> net = new TreeMap<>();
        way.forEach(changed -> net.merge(
                changed.key(), changed, (first, next) -> new Changed(first.key(), first.before(), next.after())));
        net.values().removeIf(changed -> changed.before().equals(changed.after()));
        return net;
    }

    @Override
    public List<String> bases(Texts texts, Collection<String> ours, String theirs) {
        return new CommonAncestors(texts, ours, List.of(theirs)).nearest();
    }

    @Override
    public void place(String branch, Optional<String> head, SortedMap<String, Optional<String>> written) {
        Past.super.place(branch, head, written);
        written.put(HistoryKeys.PINNED, Optional.empty());
    }
}
