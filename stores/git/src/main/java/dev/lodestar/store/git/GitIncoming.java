package dev.lodestar.store.git;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.CommitGraph;
import dev.lodestar.runtime.store.history.CommitRecord;
import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What other programs did to a branch of a repository.
 *
 * @param changes the new texts, by stored keys
 * @param commits the commits that were made
 */
record GitIncoming(SortedMap<String, Optional<String>> changes, List<Announcement> commits) {
    /** The maximum number of commits that are announced individually. */
    private static final int MOST = 1_000;

    /**
     * Reads what happened to a branch.
     *
     * @param from the commit that it was at; empty if it did not exist
     * @param to the commit that it is at; empty if it no longer exists
     */
    static GitIncoming read(CommitGraph graph, Texts texts, String branch, String from, String to) {
        SortedMap<String, TextChange> difference = graph.difference(texts, from, to);
        SortedMap<String, Optional<String>> changes = new TreeMap<>();
        changes.put(GitMedium.HEADS + branch, to.isEmpty() ? Optional.empty() : Optional.of(to));
        difference.forEach((key, changed) -> changes.put(new Branch(branch).stored(key), changed.after()));
        return new GitIncoming(
                changes,
                commits(graph, texts, from, to, difference).stream()
                        .map(commit -> new Announcement(branch, commit))
                        .toList());
    }

    // The commits that were added. If the branch was moved elsewhere, the newest commit stands for the whole
    // difference.
    private static List<Commit> commits(
            CommitGraph graph, Texts texts, String from, String to, SortedMap<String, TextChange> difference) {
        CommitRecord newest = graph.find(texts, to);
        if (newest == null) {
            return List.of();
        }
        Deque<Commit> added = new ArrayDeque<>();
        String id = to;
        CommitRecord record = newest;
        while (!from.isEmpty() && record != null && added.size() < MOST) {
            added.addFirst(record.commit(id));
            id = record.parents().isEmpty() ? "" : record.parents().get(0);
            if (id.equals(from)) {
                return List.copyOf(added);
            }
            record = graph.find(texts, id);
        }
        List<Change> all = TextChange.changes(difference.values());
        return List.of(new Commit(to, newest.time(), newest.author(), newest.message(), all));
    }
}
