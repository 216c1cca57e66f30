package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.medium.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The commits that must stay so that branches can be merged: those that a merge of any two branches would start from,
 * those that these would in turn, and everything later, so that the paths between them are complete. A commit in a
 * branch does not change this set; only creating, removing and merging a branch does.
 */
final class Pins {
    private Pins() {}

    /**
     * Returns the number of the oldest commit that must stay.
     *
     * @param written receives the answer, so that it is known the next time
     */
    static long lowest(CommitGraph graph, Texts texts, SortedMap<String, Optional<String>> written) {
        List<String> heads = heads(texts);
        if (heads.size() == 1) {
            return Long.MAX_VALUE; // nothing to merge
        }
        String known = texts.get(HistoryKeys.PINNED);
        if (known != null) {
            return Long.parseLong(known);
        }
        long lowest = closure(graph, texts, heads).stream()
                .mapToLong(id -> number(texts, id))
                .min()
                .orElseThrow();
        written.put(HistoryKeys.PINNED, Optional.of(String.valueOf(lowest)));
        return lowest;
    }

    private static List<String> heads(Texts texts) {
        List<String> heads = new ArrayList<>();
        if (texts.get(HistoryKeys.HEADS + Branch.MAIN.name()) == null) {
            heads.add("");
        }
        texts.range(HistoryKeys.HEADS, HistoryKeys.HEADS + Texts.END, (key, id) -> heads.add(id));
        return heads;
    }

    static Set<String> closure(CommitGraph graph, Texts texts, Collection<String> commits) {
        Set<String> closed = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(commits);
        while (!next.isEmpty()) {
            String one = next.remove(next.size() - 1);
            if (closed.add(one)) {
                closed.forEach(other -> next.addAll(graph.bases(texts, List.of(one), other)));
            }
        }
        return closed;
    }

    private static long number(Texts texts, String id) {
        CommitRecord record = HistoryKeys.find(texts, id);
        return record == null ? -1 : record.number();
    }
}
