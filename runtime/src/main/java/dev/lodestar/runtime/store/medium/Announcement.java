package dev.lodestar.runtime.store.medium;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Commit;
import java.time.Instant;
import java.util.List;

/**
 * Tells other stores of a commit. Immutable.
 *
 * @param branch the branch that the commit was made in
 * @param commit the commit
 */
public record Announcement(String branch, Commit commit) {
    private record Form(
            String branch, String id, Instant time, String author, String message, List<TextChange> changes) {}

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws dev.lodestar.store.StoreException if the text is no announcement
     */
    public static Announcement of(String text) {
        Form form = ValueText.read("the announced commit", text, Form.class);
        return new Announcement(
                form.branch(),
                new Commit(form.id(), form.time(), form.author(), form.message(), TextChange.changes(form.changes())));
    }

    /** Returns the announcement as text, for a medium to transmit. */
    public String text() {
        List<TextChange> changes = commit.changes().stream().map(TextChange::of).toList();
        return ValueText.write(
                new Form(branch, commit.id(), commit.time(), commit.author(), commit.message(), changes));
    }
}
