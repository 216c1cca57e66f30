package dev.lodestar.store;

import java.time.Instant;
import java.util.List;

/**
 * A set of changes that were made together. Immutable.
 *
 * @param id identifies the commit within its store; not empty
 * @param time when the commit was made, by the clock of the process that made it. Commits are not ordered by it
 * @param author who made the commit; see {@link Store#as(String)}
 * @param message what the commit does, in words
 * @param changes the changes in key order, one for each key; unmodifiable
 */
public record Commit(String id, Instant time, String author, String message, List<Change> changes) {
    /** Copies the list. */
    public Commit {
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether anything under a prefix changed.
     *
     * @param prefix a prefix, as {@link StoreReader} defines it
     */
    public boolean touches(String prefix) {
        return changes.stream().map(Change::key).anyMatch(key -> isUnder(key, prefix));
    }

    private static boolean isUnder(String key, String prefix) {
        return prefix.isEmpty()
                || key.startsWith(prefix) && (key.length() == prefix.length() || key.charAt(prefix.length()) == '/');
    }
}
