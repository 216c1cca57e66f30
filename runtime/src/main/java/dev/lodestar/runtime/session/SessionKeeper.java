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
 * Keeps the values of sessions in a store, under hashes of their ids. What an application sets is durable when it is set;
 * when a session was used, and that it went by itself, is written with that or once a minute. Safe for use by any thread.
 */
final class SessionKeeper {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final SideTexts texts;
    private final Executor workers;
    private final LongSupplier nanos;

    /** The keys of the sessions that are not kept as they are. */
    private Set<String> outdated = new HashSet<>();

    private long lastSave;

    /**
     * @param workers where it writes what nobody waits for
     * @param nanos a clock that nobody sets, as {@link System#nanoTime}
     */
    SessionKeeper(SideTexts texts, Executor workers, LongSupplier nanos) {
        this.texts = texts;
        this.workers = workers;
        this.nanos = nanos;
        this.lastSave = nanos.getAsLong();
    }

    /** Puts what is kept into memory. */
    void load(SessionValues values) {
        record Loaded(String key, Snapshot snapshot) {}
        List<Loaded> all = new ArrayList<>();
        texts.visit((key, text) -> all.add(new Loaded(key, ValueText.read("a session", text, Snapshot.class))));
        all.sort(Comparator.comparingLong(loaded -> loaded.snapshot.used()));
        all.forEach(loaded -> values.restore(loaded.key, loaded.snapshot));
    }

    /** Notes what is to be written some time. */
    void outdate(String key, SessionValues values) {
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
            // Its close saves.
        }
    }

    /** Writes what sessions have now, and returns when that is durable. */
    void save(SessionValues values, List<String> keys) {
        Set<String> due = take();
        due.addAll(keys);
        if (due.isEmpty()) {
            return;
        }
        try {
            // Within the store's turn, so that the last to write has seen the newest.
            texts.write(() -> present(values, due));
        } catch (RuntimeException | Error e) {
            putBack(due);
            throw e;
        }
    }

    private void saveQuietly(SessionValues values) {
        try {
            save(values, List.of());
        } catch (StoreException | IllegalStateException e) {
            log.warn("When sessions were last used could not be written to the store.", e);
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

    private static SortedMap<String, Optional<String>> present(SessionValues values, Set<String> keys) {
        SortedMap<String, Optional<String>> present = new TreeMap<>();
        keys.forEach(key -> present.put(key, values.snapshot(key).map(ValueText::write)));
        return present;
    }
}
