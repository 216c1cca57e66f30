package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Commit;
import java.util.List;

/**
 * A commit, as those are told of it who did not make it. Immutable.
 *
 * @param branch the branch that it was made in
 * @param commit the commit
 */
public record Announcement(String branch, Commit commit) {
    private record Form(String branch, String id, HistoryRecord commit) {}

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws dev.lodestar.store.StoreException if it is nothing of that kind
     */
    public static Announcement of(String text) {
        Form form = ValueText.read("the announced commit", text, Form.class);
        return new Announcement(form.branch(), form.commit().commit(form.id()));
    }

    /** It as text, for a medium to carry. */
    public String text() {
        List<Changed> changes = commit.changes().stream().map(Changed::of).toList();
        return ValueText.write(new Form(
                branch,
                commit.id(),
                new HistoryRecord(List.of(), 0, commit.time(), commit.author(), commit.message(), changes, List.of())));
    }

    Space space() {
        return new Space(branch);
    }
}
