package dev.lodestar.store;

import java.time.Instant;
import java.util.List;

/**
 * Changes that were made as one. Immutable.
 *
 * @param id its name, not empty; no two commits of one store have the same
 * @param time when it was made, by the clock of the process that made it; not what commits are ordered by
 * @param author who made it; see {@link Store#as(String)}
 * @param message what it does, in words
 * @param changes what changed, in the order of the keys, each key once
 */
public record Commit(String id, Instant time, String author, String message, List<Change> changes) {
    /** Copies the list. */
    public Commit {
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether anything under a prefix changed.
     *
     * @param prefix as {@link StoreReader} says; every key lies under the empty one
     */
    public boolean touches(String prefix) {
        return changes.stream().map(Change::key).anyMatch(key -> lies(key, prefix));
    }

    private static boolean lies(String key, String prefix) {
        return prefix.isEmpty()
                || key.startsWith(prefix) && (key.length() == prefix.length() || key.charAt(prefix.length()) == '/');
    }
}
