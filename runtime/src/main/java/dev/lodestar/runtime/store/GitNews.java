package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What others did to a branch of a repository, as commits. */
record GitNews(Past past, Texts texts, String branch) {
    /** Of how many commits one is told one by one. */
    private static final int MOST = 1_000;

    /**
     * Tells of each commit that was added to a branch; or of the newest as if it had made all of the difference, if the
     * branch is another now, or new.
     */
    void tell(String from, String to, Consumer<Announcement> listener) {
        HistoryRecord newest = past.find(texts, to);
        if (newest == null) {
            return;
        }
        Deque<Commit> added = new ArrayDeque<>();
        String id = to;
        for (HistoryRecord record = newest; record != null && added.size() < MOST; record = past.find(texts, id)) {
            added.addFirst(record.commit(id));
            id = record.parents().isEmpty() ? "" : record.parents().get(0);
            if (id.equals(from) && !from.isEmpty()) {
                added.forEach(commit -> listener.accept(new Announcement(branch, commit)));
                return;
            }
        }
        List<Change> changes = past.difference(texts, from, to).values().stream()
                .map(Changed::change)
                .flatMap(Optional::stream)
                .toList();
        listener.accept(
                new Announcement(branch, new Commit(to, newest.time(), newest.author(), newest.message(), changes)));
    }
}
