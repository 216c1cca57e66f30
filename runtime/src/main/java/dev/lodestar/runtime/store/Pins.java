package dev.lodestar.runtime.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The commits that must stay so that branches can be merged: what any two of them start a merge from, and what these in
 * turn would; and everything later, so that the ways between are whole. Commits in a branch do not change that; only
 * a branch that begins or ends, and a merge, do.
 */
final class Pins {
    private Pins() {}

    /**
     * The number of the oldest commit that must stay.
     *
     * @param written takes the answer, so that it is there the next time
     */
    static long lowest(Past past, Texts texts, SortedMap<String, Optional<String>> written) {
        List<String> heads = heads(texts);
        if (heads.size() == 1) {
            return Long.MAX_VALUE; // nothing to merge
        }
        String known = texts.get(HistoryKeys.PINNED);
        if (known != null) {
            return Long.parseLong(known);
        }
        long lowest = closed(past, texts, heads).stream()
                .mapToLong(id -> number(texts, id))
                .min()
                .orElseThrow();
        written.put(HistoryKeys.PINNED, Optional.of(String.valueOf(lowest)));
        return lowest;
    }

    private static List<String> heads(Texts texts) {
        List<String> heads = new ArrayList<>();
        if (texts.get(HistoryKeys.HEADS + Space.MAIN.branch()) == null) {
            heads.add("");
        }
        texts.range(HistoryKeys.HEADS, HistoryKeys.HEADS + Keys.LAST, (key, id) -> heads.add(id));
        return heads;
    }

    /** Some commits, and with each two the nearest that these share. */
    static Set<String> closed(Past past, Texts texts, Collection<String> heads) {
        Set<String> closed = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(heads);
        while (!next.isEmpty()) {
            String one = next.remove(next.size() - 1);
            if (closed.add(one)) {
                closed.forEach(other -> next.addAll(past.bases(texts, List.of(one), other)));
            }
        }
        return closed;
    }

    private static long number(Texts texts, String id) {
        HistoryRecord record = HistoryKeys.find(texts, id);
        return record == null ? -1 : record.number();
    }
}
