package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commits of one moment, and the ways between them. */
final class HistoryGraph {
    private final Texts texts;

    HistoryGraph(Texts texts) {
        this.texts = texts;
    }

    /** A commit and its id. */
    record Node(String id, HistoryRecord record) {}

    /** The commit of an id. */
    Node node(String id) {
        HistoryRecord record = HistoryKeys.find(texts, id);
        if (record == null) {
            throw new IllegalArgumentException("No commit that is still kept has the id \"" + id + "\".");
        }
        return new Node(id, record);
    }

    /** The commit before another one in its branch; null if there is none, or it is no longer kept. */
    @Nullable
    Node before(Node node) {
        if (node.record().parents().isEmpty()) {
            return null;
        }
        String id = node.record().parents().get(0);
        HistoryRecord record = HistoryKeys.find(texts, id);
        return record == null ? null : new Node(id, record);
    }

    /**
     * What one would change to get from one commit's state to another's: each key once, from its first text to its last.
     * The way leads back to where the two parted, and on from there; an empty id is the state before the first commit.
     */
    SortedMap<String, Changed> difference(String from, String to) {
        List<Changed> back = new ArrayList<>();
        List<List<Changed>> forth = new ArrayList<>();
        Node a = from.isEmpty() ? null : node(from);
        Node b = to.isEmpty() ? null : node(to);
        while (!same(a, b)) {
            if (b == null || a != null && a.record().depth() >= b.record().depth()) {
                a.record().changes().forEach(changed -> back.add(changed.undo()));
                a = step(a);
            } else {
                forth.add(b.record().changes());
                b = step(b);
            }
        }
        Collections.reverse(forth);
        forth.forEach(back::addAll);
        SortedMap<String, Changed> net = new TreeMap<>();
        back.forEach(changed -> net.merge(
                changed.key(), changed, (first, next) -> new Changed(first.key(), first.before(), next.after())));
        net.values().removeIf(changed -> changed.before().equals(changed.after()));
        return net;
    }

    /** The nearest commit that two share; empty text if they share none. */
    String base(String ours, String theirs) {
        Set<String> ofOurs = new HashSet<>(Set.of(ours));
        Set<String> ofTheirs = new HashSet<>(Set.of(theirs));
        Set<String> seen = new HashSet<>();
        // Deeper ones first: when a commit comes up, everything that leads to it has.
        PriorityQueue<Node> next =
                new PriorityQueue<>(Comparator.comparing(node -> -node.record().depth()));
        next.add(node(ours));
        next.add(node(theirs));
        while (!next.isEmpty()) {
            Node node = next.remove();
            if (ofOurs.contains(node.id()) && ofTheirs.contains(node.id())) {
                return node.id();
            }
            for (String parent : node.record().parents()) {
                pass(node.id(), parent, ofOurs);
                pass(node.id(), parent, ofTheirs);
                HistoryRecord record = HistoryKeys.find(texts, parent);
                if (record != null && seen.add(parent)) {
                    next.add(new Node(parent, record));
                }
            }
        }
        return "";
    }

    private static void pass(String from, String to, Set<String> reached) {
        if (reached.contains(from)) {
            reached.add(to);
        }
    }

    private static boolean same(@Nullable Node a, @Nullable Node b) {
        return a == null || b == null ? a == b : a.id().equals(b.id());
    }

    // The state before a commit whose parent was dropped cannot be told from that before another one.
    private @Nullable Node step(Node node) {
        List<String> parents = node.record().parents();
        return parents.isEmpty() ? null : node(parents.get(0));
    }

    /** The state that these changes lead to. */
    static SortedMap<String, String> apply(SortedMap<String, String> state, SortedMap<String, Changed> changes) {
        SortedMap<String, String> changed = new TreeMap<>(state);
        changes.forEach((key, change) -> {
            Optional<String> after = change.after();
            after.ifPresentOrElse(text -> changed.put(key, text), () -> changed.remove(key));
        });
        return changed;
    }
}
