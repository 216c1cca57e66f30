package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Commit;
import dev.lodestar.text.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A commit as the history keeps it. Its id is a hash of its text, so the id identifies it and all commits before it.
 *
 * @param parents the commit before it, then the one that it merges; empty for the first
 * @param number how many commits were made before it, in all branches, where that is known: greater than the number of
 *     every parent
 * @param changes what leads from the commit before it to this one
 * @param merged what leads from the commit that it merges to this one
 */
public record CommitRecord(
        List<String> parents,
        long number,
        Instant time,
        String author,
        String message,
        List<TextChange> changes,
        List<TextChange> merged) {

    static CommitRecord read(String id, String text) {
        return ValueText.read("the commit " + id, text, CommitRecord.class);
    }

    String text() {
        return ValueText.write(this);
    }

    /** Returns 160 bits of the hash of a text, in hexadecimal digits. */
    static String id(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 20);
    }

    /** Returns the commit as applications see it. */
    public Commit commit(String id) {
        return new Commit(id, time, author, message, TextChange.changes(changes));
    }
}
