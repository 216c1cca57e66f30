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
 * The values of sessions, in memory, as the texts that a store would keep. Only a session that has a value takes any. They
 * are in the order of their last use: the first ones go when their time is over or there are too many. A few are looked at
 * whenever one is used, so that nobody has to wait until somebody has gone through all of them. Safe for use by any thread.
 */
final class SessionValues {
    /** How many are looked at when one is used. */
    private static final int LOOK = 100;

    private final int capacity;
    private final long time;
    private final InstantSource clock;
    private final Predicate<String> inUse;
    private final Consumer<String> outdated;
    private final LinkedHashMap<String, Kept> sessions = new LinkedHashMap<>(16, 0.75f, true);

    /** The latest time that the clock has told. */
    private long latest = Long.MIN_VALUE;

    /**
     * @param capacity how many sessions are kept
     * @param time how long one is kept that is not used
     * @param inUse whether the session of a key is in use all the time
     * @param outdated is told the key of a session that went, or that was used long after its last {@link #snapshot}; it
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

    /** Notes that a session is used. */
    synchronized void use(String key) {
        makeRoom();
        find(key);
    }

    synchronized @Nullable String get(String key, String name) {
        Kept kept = find(key);
        return kept == null ? null : kept.values.get(name);
    }

    synchronized void set(String key, String name, String text) {
        Kept kept = find(key);
        if (kept == null) {
            kept = new Kept(now());
            sessions.put(key, kept);
            makeRoom();
        }
        kept.values.put(name, text);
    }

    /** Returns whether there was a value. */
    synchronized boolean remove(String key, String name) {
        Kept kept = find(key);
        if (kept == null || kept.values.remove(name) == null) {
            return false;
        }
        if (kept.values.isEmpty()) {
            sessions.remove(key);
        }
        return true;
    }

    /**
     * Replaces a value, unless it is another than expected.
     *
     * @param expected the text that it should have, or null for none
     * @param replacement the new text, or null to remove it
     * @return whether it had the expected text, and so has the new one
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

    /** Gives a session's values to another. */
    synchronized void move(String from, String to) {
        Kept kept = find(from);
        if (kept != null) {
            sessions.remove(from);
            sessions.put(to, kept);
        }
    }

    /** Whether the browser would forget a session that has values, if its cookie were not sent again now. */
    synchronized boolean needsCookie(String key) {
        Kept kept = sessions.get(key);
        if (kept == null || kept.used - kept.cookieSent < time / 2) {
            return false;
        }
        kept.cookieSent = kept.used;
        return true;
    }

    /** Puts back what was kept elsewhere; of several, the one that was used longest ago first. */
    synchronized void restore(String key, Snapshot snapshot) {
        // The clock may have been ahead when it was written.
        Kept kept = new Kept(Math.min(snapshot.used, now()));
        kept.values.putAll(snapshot.values);
        kept.keptElsewhere = kept.used;
        sessions.put(key, kept);
        makeRoom();
    }

    /** What a session has, to be kept elsewhere; empty if it has nothing. */
    synchronized Optional<Snapshot> snapshot(String key) {
        Kept kept = sessions.get(key);
        if (kept == null) {
            return Optional.empty();
        }
        kept.keptElsewhere = kept.used;
        return Optional.of(new Snapshot(kept.used, new TreeMap<>(kept.values)));
    }

    /**
     * A session at a moment.
     *
     * @param used when it was used last, in milliseconds since 1970
     * @param values the texts of its values, by their names
     */
    record Snapshot(long used, Map<String, String> values) {}

    synchronized int size() {
        return sessions.size();
    }

    private @Nullable Kept find(String key) {
        Kept kept = sessions.get(key);
        if (kept == null || isOver(kept) && !inUse.test(key)) {
            if (sessions.remove(key) != null) {
                outdated.accept(key);
            }
            return null;
        }
        touch(key, kept);
        return kept;
    }

    private void touch(String key, Kept kept) {
        kept.used = now();
        if (kept.used - kept.keptElsewhere > time / 16) {
            kept.keptElsewhere = kept.used;
            outdated.accept(key);
        }
    }

    // A clock that is put back takes all times with it: otherwise what was used before would not be over until the
    // clock
    // has come there again. One that is put forward cannot be told from time that has passed.
    private long now() {
        long now = clock.millis();
        long back = latest - now;
        if (back > 0 && latest != Long.MIN_VALUE) {
            sessions.values().forEach(kept -> kept.putBack(back));
        }
        latest = now;
        return now;
    }

    private boolean isOver(Kept kept) {
        return now() - kept.used >= time;
    }

    // One that is in use is used now, whenever that is looked at, and so comes behind those that are not.
    private void makeRoom() {
        for (int left = Math.min(LOOK, sessions.size()); left > 0; left--) {
            Iterator<Map.Entry<String, Kept>> all = sessions.entrySet().iterator();
            Map.Entry<String, Kept> oldest = all.next();
            String key = oldest.getKey();
            if (sessions.size() <= capacity && !isOver(oldest.getValue())) {
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

    private static final class Kept {
        private final Map<String, String> values = new TreeMap<>();

        /** Milliseconds since 1970, as all times here. */
        private long used;

        /** Which use is known where sessions are kept, if they are. */
        private long keptElsewhere;

        private long cookieSent;

        Kept(long used) {
            this.used = used;
        }

        void putBack(long millis) {
            used -= millis;
            keptElsewhere -= millis;
            cookieSent -= millis;
        }
    }
}
