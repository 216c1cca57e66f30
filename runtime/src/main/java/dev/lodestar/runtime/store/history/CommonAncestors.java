package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
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
 * The nearest common ancestors of two sets of commits, and the paths to them. Commits are visited by descending number,
 * so that each is visited after all of its descendants. The state before the first commit counts as a commit with an
 * empty id.
 */
final class CommonAncestors {
    private final Texts texts;
    private final Map<String, Node> nodes = new HashMap<>();
    private final PriorityQueue<Node> next = new PriorityQueue<>(Comparator.comparing((Node node) -> -node.number()));
    private final List<Node> nearest = new ArrayList<>();
    private boolean cut;

    /** A commit that was reached from one side or both. */
    private static final class Node {
        private final String id;
        private final @Nullable CommitRecord record;
        private @Nullable Step ours;
        private @Nullable Step theirs;

        /** Whether it is an ancestor of a common ancestor. */
        private boolean behind;

        private Node(String id, @Nullable CommitRecord record) {
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
     * @param child the commit that it is a parent of, or null where a side starts
     * @param changes what leads from it to the child
     */
    private record Step(@Nullable Node child, List<TextChange> changes) {
        static final Step START = new Step(null, List.of());
    }

    CommonAncestors(Texts texts, Collection<String> ours, Collection<String> theirs) {
        this.texts = texts;
        ours.forEach(id -> start(id).ours = Step.START);
        theirs.forEach(id -> start(id).theirs = Step.START);
        while (next.stream().anyMatch(node -> !node.behind)) {
            visit(next.remove());
        }
    }

    private Node start(String id) {
        Node node = reach(id);
        if (node == null) {
            throw CommitGraph.unknown(id);
        }
        return node;
    }

    private @Nullable Node reach(String id) {
        Node known = nodes.get(id);
        if (known != null) {
            return known;
        }
        CommitRecord record = id.isEmpty() ? null : HistoryKeys.find(texts, id);
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
        CommitRecord record = node.record;
        if (record == null) {
            return;
        }
        List<String> parents = record.parents().isEmpty() ? List.of("") : record.parents();
        for (int i = 0; i < parents.size(); i++) {
            Node parent = reach(parents.get(i));
            if (parent != null) {
                Step step = new Step(node, i == 0 ? record.changes() : record.merged());
                parent.ours = parent.ours == null && node.ours != null ? step : parent.ours;
                parent.theirs = parent.theirs == null && node.theirs != null ? step : parent.theirs;
                parent.behind |= shared;
            }
        }
    }

    /** Returns the ids of the nearest common ancestors, newest first; empty if they are no longer kept. */
    List<String> nearest() {
        boolean unknown = cut && nearest.stream().anyMatch(node -> node.id.isEmpty());
        return unknown ? List.of() : nearest.stream().map(node -> node.id).toList();
    }

    /** Returns what leads from our side to theirs, step by step; null if part of the path is no longer kept. */
    @Nullable
    Collection<TextChange> path() {
        if (nearest.isEmpty()) {
            return null;
        }
        Deque<TextChange> path = new ArrayDeque<>();
        for (Step step = nearest.get(0).ours; step != null && step.child() != null; step = step.child().ours) {
            step.changes().forEach(change -> path.addFirst(change.undo()));
        }
        for (Step step = nearest.get(0).theirs; step != null && step.child() != null; step = step.child().theirs) {
            path.addAll(step.changes());
        }
        return path;
    }
}
