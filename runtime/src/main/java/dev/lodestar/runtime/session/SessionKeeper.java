package dev.lodestar.runtime.session;

import dev.lodestar.runtime.session.SessionValues.Snapshot;
import dev.lodestar.runtime.store.SideTexts;
import dev.lodestar.runtime.store.json.ValueText;
import dev.lodestar.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the values of sessions to a store, under hashes of their ids. Values that an application sets are durable at
 * once; the time of a session's last use, and its expiry, are saved along with other values or once a minute. Safe for
 * use by any thread.
 */
final class SessionKeeper {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final SideTexts texts;
    private final Executor workers;
    private final LongSupplier nanos;

    /** The keys of sessions whose saved state is out of date. */
    private Set<String> outdated = new HashSet<>();

    private long lastSave;

    /**
     * @param workers run saves that nobody waits for
     * @param nanos a monotonic clock, such as {@link System#nanoTime}
     */
    SessionKeeper(SideTexts texts, Executor workers, LongSupplier nanos) {
        this.texts = texts;
        this.workers = workers;
        this.nanos = nanos;
        this.lastSave = nanos.getAsLong();
    }

    /** Loads the saved sessions. */
    void load(SessionValues values) {
        record Loaded(String key, Snapshot snapshot) {}
        List<Loaded> all = new ArrayList<>();
        texts.visit((key, text) -> all.add(new Loaded(key, ValueText.read("a session", text, Snapshot.class))));
        all.sort(Comparator.comparingLong(loaded -> loaded.snapshot.used()));
        all.forEach(loaded -> values.restore(loaded.key, loaded.snapshot));
    }

    /** Marks a session to be saved eventually. */
    void markOutdated(String key, SessionValues values) {
        synchronized (this) {
            outdated.add(key);
            if (nanos.getAsLong() - lastSave < PAUSE) {
                return;
            }
            lastSave = nanos.getAsLong();
        }
        try {
            workers.execute(() -> saveQuietly(values));
        } catch (RejectedExecutionException serverHasClosed) {
            // Closing saves the sessions.
        }
    }

    /** Saves the current values of sessions, and returns when they are durable. */
    void save(SessionValues values, List<String> keys) {
        Set<String> due = take();
        due.addAll(keys);
        if (due.isEmpty()) {
            return;
        }
        try {
            // The values are read in the store's write order, so that the last save has the newest ones.
            texts.write(() -> current(values, due));
        } catch (RuntimeException | Error e) {
            putBack(due);
            throw e;
        }
    }

    private void saveQuietly(SessionValues values) {
        try {
            save(values, List.of());
        } catch (StoreException | IllegalStateException e) {
            log.warn("The last use of sessions could not be saved to the store.", e);
        }
    }

    private synchronized Set<String> take() {
        Set<String> due = outdated;
        outdated = new HashSet<>();
        lastSave = nanos.getAsLong();
        return due;
    }

    private synchronized void putBack(Set<String> due) {
        outdated.addAll(due);
    }

    private static SortedMap<String, Optional<String>> current(SessionValues values, Set<String> keys) {
        SortedMap<String, Optional<String>> current = new TreeMap<>();
        keys.forEach(key -> current.put(key, values.snapshot(key).map(ValueText::write)));
        return current;
    }
}
