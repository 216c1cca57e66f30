package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The nearest commits that both of two sides lead back to, and the ways there. Commits are visited by falling number, so
 * that one comes up after everything that leads to it. The state before the first commit counts as a commit without id.
 */
final class CommonAncestors {
    private final Texts texts;
    private final Map<String, Node> nodes = new HashMap<>();
    private final PriorityQueue<Node> next = new PriorityQueue<>(Comparator.comparing((Node node) -> -node.number()));
    private final List<Node> nearest = new ArrayList<>();
    private boolean cut;

    /** A commit that was reached, from one side or both, or that lies behind one of the nearest. */
    private static final class Node {
        private final String id;
        private final @Nullable HistoryRecord record;
        private @Nullable Way ours;
        private @Nullable Way theirs;
        private boolean behind;

        private Node(String id, @Nullable HistoryRecord record) {
            this.id = id;
            this.record = record;
        }

        private long number() {
            return record == null ? -1 : record.number();
        }
    }

    /**
     * How a commit was reached.
     *
     * @param child what it is a parent of, or null where a side begins
     * @param changes what leads from it to the child
     */
    private record Way(@Nullable Node child, List<Changed> changes) {
        static final Way BEGIN = new Way(null, List.of());
    }

    CommonAncestors(Texts texts, Collection<String> ours, Collection<String> theirs) {
        this.texts = texts;
        ours.forEach(id -> begin(id).ours = Way.BEGIN);
        theirs.forEach(id -> begin(id).theirs = Way.BEGIN);
        while (next.stream().anyMatch(node -> !node.behind)) {
            visit(next.remove());
        }
    }

    private Node begin(String id) {
        Node node = reach(id);
        if (node == null) {
            throw new IllegalArgumentException("No commit that is still kept has the id \"" + id + "\".");
        }
        return node;
    }

    private @Nullable Node reach(String id) {
        Node known = nodes.get(id);
        if (known != null) {
            return known;
        }
        HistoryRecord record = id.isEmpty() ? null : HistoryKeys.find(texts, id);
        if (record == null && !id.isEmpty()) {
            cut = true;
            return null;
        }
        Node node = new Node(id, record);
        nodes.put(id, node);
        next.add(node);
        return node;
    }

    private void visit(Node node) {
        boolean shared = node.ours != null && node.theirs != null;
        if (shared && !node.behind) {
            nearest.add(node);
        }
        HistoryRecord record = node.record;
        if (record == null) {
            return;
        }
        List<String> parents = record.parents().isEmpty() ? List.of("") : record.parents();
        for (int i = 0; i < parents.size(); i++) {
            Node parent = reach(parents.get(i));
            if (parent != null) {
                Way way = new Way(node, i == 0 ? record.changes() : record.merged());
                parent.ours = parent.ours == null && node.ours != null ? way : parent.ours;
                parent.theirs = parent.theirs == null && node.theirs != null ? way : parent.theirs;
                parent.behind |= shared;
            }
        }
    }

    /** The ids of the commits, the newest first; empty if there are none that are still kept. */
    List<String> nearest() {
        boolean unknown = cut && nearest.stream().anyMatch(node -> node.id.isEmpty());
        return unknown ? List.of() : nearest.stream().map(node -> node.id).toList();
    }

    /** What leads from our side to theirs, step by step; null if the way is no longer kept. */
    @Nullable
    Collection<Changed> way() {
        if (nearest.isEmpty()) {
            return null;
        }
        Deque<Changed> way = new ArrayDeque<>();
        for (Way step = nearest.get(0).ours; step != null && step.child() != null; step = step.child().ours) {
            step.changes().forEach(changed -> way.addFirst(changed.undo()));
        }
        for (Way step = nearest.get(0).theirs; step != null && step.child() != null; step = step.child().theirs) {
            way.addAll(step.changes());
        }
        return way;
    }
}
