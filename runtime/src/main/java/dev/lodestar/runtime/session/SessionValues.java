package dev.lodestar.runtime.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of sessions in memory, as the texts that a store would keep. Only sessions with values take up memory.
 * They are ordered by last use: the least recently used ones are removed when they expire or when there are too many.
 * Each use checks only a few of them, so that no request has to wait while all are checked. Safe for use by any thread.
 */
final class SessionValues {
    /** How many sessions are checked when one is used. */
    private static final int CHECKED = 100;

    private final int capacity;
    private final long time;
    private final InstantSource clock;
    private final Predicate<String> inUse;
    private final Consumer<String> outdated;
    private final LinkedHashMap<String, Entry> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** The last time that the clock has shown. */
    private long latest = Long.MIN_VALUE;

    /**
     * @param capacity the maximum number of sessions
     * @param time how long an unused session is kept
     * @param inUse tells whether a session, given its key, is in use all the time
     * @param outdated receives the key of a session that was removed, or used long after its last {@link #snapshot}; it
     *     must return at once
     */
    SessionValues(
            int capacity, Duration time, InstantSource clock, Predicate<String> inUse, Consumer<String> outdated) {
        this.capacity = capacity;
        this.time = time.toMillis();
        this.clock = clock;
        this.inUse = inUse;
        this.outdated = outdated;
    }

    /** Records that a session is used. */
    synchronized void use(String key) {
        makeRoom();
        find(key);
    }

    synchronized @Nullable String get(String key, String name) {
        Entry entry = find(key);
        return entry == null ? null : entry.values.get(name);
    }

    synchronized void set(String key, String name, String text) {
        Entry entry = find(key);
        if (entry == null) {
            entry = new Entry(now());
            sessions.put(key, entry);
            makeRoom();
        }
        entry.values.put(name, text);
    }

    /** Removes a value, and tells whether there was one. */
    synchronized boolean remove(String key, String name) {
        Entry entry = find(key);
        if (entry == null || entry.values.remove(name) == null) {
            return false;
        }
        if (entry.values.isEmpty()) {
            sessions.remove(key);
        }
        return true;
    }

    /**
     * Replaces a value, provided that it is as expected.
     *
     * @param expected the expected text, or null for none
     * @param replacement the new text, or null to remove the value
     * @return true if the text was as expected, and has been replaced
     */
    synchronized boolean replace(String key, String name, @Nullable String expected, @Nullable String replacement) {
        if (!Objects.equals(get(key, name), expected)) {
            return false;
        }
        if (replacement == null) {
            remove(key, name);
        } else {
            set(key, name, replacement);
        }
        return true;
    }

    /** Removes all values of a session. */
    synchronized void clear(String key) {
        sessions.remove(key);
    }

    /** Moves the values of a session to another. */
    synchronized void move(String from, String to) {
        Entry entry = find(from);
        if (entry != null) {
            sessions.remove(from);
            sessions.put(to, entry);
        }
    }

    /** Tells whether the cookie of a session with values has to be sent again, because it would expire otherwise. */
    synchronized boolean needsCookie(String key) {
        Entry entry = sessions.get(key);
        if (entry == null || entry.used - entry.cookieSent < time / 2) {
            return false;
        }
        entry.cookieSent = entry.used;
        return true;
    }

    /** Restores a saved session. Call it for the least recently used one first. */
    synchronized void restore(String key, Snapshot snapshot) {
        // The clock may have been fast when it was saved.
        Entry entry = new Entry(Math.min(snapshot.used, now()));
        entry.values.putAll(snapshot.values);
        entry.savedUse = entry.used;
        sessions.put(key, entry);
        makeRoom();
    }

    /** Returns the state of a session for saving; empty if it has no values. */
    synchronized Optional<Snapshot> snapshot(String key) {
        Entry entry = sessions.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        entry.savedUse = entry.used;
        return Optional.of(new Snapshot(entry.used, new TreeMap<>(entry.values)));
    }

    /**
     * The state of a session.
     *
     * @param used when it was last used, in milliseconds since 1970
     * @param values the texts of its values, by name
     */
    record Snapshot(long used, Map<String, String> values) {}

    synchronized int size() {
        return sessions.size();
    }

    private @Nullable Entry find(String key) {
        Entry entry = sessions.get(key);
        if (entry == null || isExpired(entry) && !inUse.test(key)) {
            if (sessions.remove(key) != null) {
                outdated.accept(key);
            }
            return null;
        }
        touch(key, entry);
        return entry;
    }

    private void touch(String key, Entry entry) {
        entry.used = now();
        if (entry.used - entry.savedUse > time / 16) {
            entry.savedUse = entry.used;
            outdated.accept(key);
        }
    }

    // If the clock is set back, all times are set back with it: otherwise sessions used before would not expire until
    // the clock had caught up. If it is set forward, that cannot be distinguished from time that has passed.
    private long now() {
        long now = clock.millis();
        long back = latest - now;
        if (back > 0 && latest != Long.MIN_VALUE) {
            sessions.values().forEach(entry -> entry.setBack(back));
        }
        latest = now;
        return now;
    }

    private boolean isExpired(Entry entry) {
        return now() - entry.used >= time;
    }

    // A session that is in use counts as used whenever it is checked, and so moves behind those that are not.
    private void makeRoom() {
        for (int left = Math.min(CHECKED, sessions.size()); left > 0; left--) {
            Iterator<Map.Entry<String, Entry>> all = sessions.entrySet().iterator();
            Map.Entry<String, Entry> oldest = all.next();
            String key = oldest.getKey();
            if (sessions.size() <= capacity && !isExpired(oldest.getValue())) {
                return;
            }
            if (inUse.test(key)) {
                touch(key, sessions.get(key));
            } else {
                all.remove();
                outdated.accept(key);
            }
        }
    }

    private static final class Entry {
        private final Map<String, String> values = new TreeMap<>();

        /** Milliseconds since 1970, as all times here. */
        private long used;

        /** The last use that was saved, if sessions are saved. */
        private long savedUse;

        private long cookieSent;

        Entry(long used) {
            this.used = used;
        }

        void setBack(long millis) {
            used -= millis;
            savedUse -= millis;
            cookieSent -= millis;
        }
    }
}
