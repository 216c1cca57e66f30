package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryKeys.Head;
import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.json.ValueText;
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

/** The commits that {@link HistoryRecorder} keeps among the texts, and the ways between them. */
final class HistoryGraph implements Past {
    private record Node(String id, HistoryRecord record) {}

    @Override
    public String head(Texts texts, String branch) {
        return Head.of(texts, branch).commit();
    }

    @Override
    public @Nullable HistoryRecord find(Texts texts, String id) {
        return HistoryKeys.find(texts, id);
    }

    @Override
    public List<String> branches(Texts texts) {
        List<String> names = new ArrayList<>();
        texts.range(
                HistoryKeys.HEADS,
                HistoryKeys.HEADS + Keys.LAST,
                (key, text) -> names.add(key.substring(HistoryKeys.HEADS.length())));
        return names;
    }

    @Override
    public void start(String branch, String head, SortedMap<String, Optional<String>> written) {
        written.put(HistoryKeys.HEADS + branch, Optional.of(ValueText.write(new Head(head, 0, 0))));
    }

    private Node node(Texts texts, String id) {
        return new Node(id, get(texts, id));
    }

    // The way leads back to where the two parted, and on from there.
    @Override
    public SortedMap<String, Changed> difference(Texts texts, String from, String to) {
        List<Changed> back = new ArrayList<>();
        List<List<Changed>> forth = new ArrayList<>();
        Node a = from.isEmpty() ? null : node(texts, from);
        Node b = to.isEmpty() ? null : node(texts, to);
        while (!same(a, b)) {
            if (b == null || a != null && a.record().depth() >= b.record().depth()) {
                a.record().changes().forEach(changed -> back.add(changed.undo()));
                a = step(texts, a);
            } else {
                forth.add(b.record().changes());
                b = step(texts, b);
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

    @Override
    public String base(Texts texts, String ours, String theirs) {
        Set<String> ofOurs = new HashSet<>(Set.of(ours));
        Set<String> ofTheirs = new HashSet<>(Set.of(theirs));
        Set<String> seen = new HashSet<>();
        // Deeper ones first: when a commit comes up, everything that leads to it has.
        PriorityQueue<Node> next =
                new PriorityQueue<>(Comparator.comparing(node -> -node.record().depth()));
        next.add(node(texts, ours));
        next.add(node(texts, theirs));
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
    private @Nullable Node step(Texts texts, Node node) {
        List<String> parents = node.record().parents();
        return parents.isEmpty() ? null : node(texts, parents.get(0));
    }
}
