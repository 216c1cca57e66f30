package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.json.StoredValue;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A commit as the history keeps it. Its text decides its id, so the id stands for it and for all before it.
 *
 * @param parents the commit before it, then the one that it merges; none for the first
 * @param number how many commits were made before it, in all branches, where that is known: so it is greater than that
 *     of every parent
 * @param changes what leads from the commit before it to it
 * @param merged what leads from the commit that it merges to it
 */
record HistoryRecord(
        List<String> parents,
        long number,
        Instant time,
        String author,
        String message,
        List<Changed> changes,
        List<Changed> merged) {

    /**
     * A change as it is kept.
     *
     * @param before the text before, if there was any
     * @param after the text after, if there is any
     */
    record Changed(String key, Optional<String> before, Optional<String> after) {
        static Changed of(Change change) {
            return new Changed(
                    change.key(),
                    change.before().map(Value::json),
                    change.after().map(Value::json));
        }

        /** What takes it back. */
        Changed undo() {
            return new Changed(key, after, before);
        }

        /** The change, or empty if nothing is different after it. */
        Optional<Change> change() {
            return OpenTransaction.change(key, before.orElse(null), after.orElse(null));
        }

        Optional<Value> value(Optional<String> text) {
            return text.map(t -> new StoredValue(key, t));
        }
    }

    static HistoryRecord read(String id, String text) {
        return ValueText.read("the commit " + id, text, HistoryRecord.class);
    }

    String text() {
        return ValueText.write(this);
    }

    /** 160 bits of a hash of the text, in hexadecimal digits. */
    static String id(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    Commit commit(String id) {
        return new Commit(
                id,
                time,
                author,
                message,
                changes.stream().map(Changed::change).flatMap(Optional::stream).toList());
    }
}
