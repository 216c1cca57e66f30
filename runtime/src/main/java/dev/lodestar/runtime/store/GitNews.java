package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What others did to a branch of a repository.
 *
 * @param changes what becomes of the texts, by stored keys
 * @param commits what was committed
 */
record GitNews(SortedMap<String, Optional<String>> changes, List<Announcement> commits) {
    /** Of how many commits one is told one by one. */
    private static final int MOST = 1_000;

    /**
     * Reads it.
     *
     * @param from where the branch was, or empty text for nowhere
     * @param to where it is
     */
    static GitNews read(Past past, Texts texts, String branch, String from, String to) {
        SortedMap<String, Changed> difference = past.difference(texts, from, to);
        SortedMap<String, Optional<String>> changes = new TreeMap<>();
        changes.put(GitMedium.HEADS + branch, to.isEmpty() ? Optional.empty() : Optional.of(to));
        difference.forEach((key, changed) -> changes.put(new Space(branch).stored(key), changed.after()));
        return new GitNews(
                changes,
                commits(past, texts, from, to, difference).stream()
                        .map(commit -> new Announcement(branch, commit))
                        .toList());
    }

    // Each commit that was added; or the newest as if it had made all of the difference, if the branch is another now.
    private static List<Commit> commits(
            Past past, Texts texts, String from, String to, SortedMap<String, Changed> difference) {
        HistoryRecord newest = past.find(texts, to);
        if (newest == null) {
            return List.of();
        }
        Deque<Commit> added = new ArrayDeque<>();
        String id = to;
        HistoryRecord record = newest;
        while (!from.isEmpty() && record != null && added.size() < MOST) {
            added.addFirst(record.commit(id));
            id = record.parents().isEmpty() ? "" : record.parents().get(0);
            if (id.equals(from)) {
                return List.copyOf(added);
            }
            record = past.find(texts, id);
        }
        List<Change> all = difference.values().stream()
                .map(Changed::change)
                .flatMap(Optional::stream)
                .toList();
        return List.of(new Commit(to, newest.time(), newest.author(), newest.message(), all));
    }
}
