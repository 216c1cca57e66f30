package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.CommitGraph;
import dev.lodestar.runtime.store.history.HistoryRecorder;
import dev.lodestar.runtime.store.history.Recorder;
import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.SharedMedium;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens stores in memory and over media. The backends in {@code stores/} have openers of their own. */
public final class Stores {
    private Stores() {}

    /** Opens a store in memory, without history. It is fast, and ends with the process. */
    public static Store inMemory() {
        return over(new MemoryMedium());
    }

    /**
     * Opens a store over a medium, without history.
     *
     * @param medium belongs to the store from now on, and is closed with it
     */
    public static Store over(Medium medium) {
        return over(new ExclusiveMedium(medium));
    }

    /**
     * Opens a store over a shared medium, without history.
     *
     * @param medium belongs to the store from now on, and is closed with it
     */
    public static Store over(SharedMedium medium) {
        return open(medium, new CountingRecorder(), null, Clock.systemUTC());
    }

    /**
     * Opens a store in memory, with history.
     *
     * @param keep how much history to keep
     */
    public static Store inMemory(Keep keep) {
        return over(new MemoryMedium(), keep);
    }

    /**
     * Opens a store over a medium, with a history in the same medium.
     *
     * @param medium belongs to the store from now on, and is closed with it
     * @param keep how much history to keep
     */
    public static Store over(Medium medium, Keep keep) {
        return over(medium, keep, Clock.systemUTC());
    }

    /**
     * Opens a store over a shared medium, with a history in the same medium.
     *
     * @param medium belongs to the store from now on, and is closed with it
     * @param keep how much history to keep; the same in all stores that share it
     */
    public static Store over(SharedMedium medium, Keep keep) {
        return over(medium, keep, Clock.systemUTC());
    }

    static Store over(Medium medium, Keep keep, Clock clock) {
        return over(new ExclusiveMedium(medium), keep, clock);
    }

    private static Store over(SharedMedium medium, Keep keep, Clock clock) {
        HistoryRecorder recorder = new HistoryRecorder(keep);
        return open(medium, recorder, recorder.graph(), clock);
    }

    /**
     * Opens a store over a shared medium that keeps a history in a form of its own, as the Git backend does. Other
     * backends use {@link #over(SharedMedium, Keep)}.
     *
     * @param medium belongs to the store from now on, and is closed with it
     * @param recorder records each commit
     * @param graph finds the commits that the recorder has recorded
     */
    @SuppressWarnings("exports") // The history's package is exported to the Git backend alone.
    public static Store over(SharedMedium medium, Recorder recorder, CommitGraph graph) {
        return open(medium, recorder, graph, Clock.systemUTC());
    }

    /**
     * Closes an object. If it is a store, limits how long its medium may tidy up first.
     *
     * @param atMost the time limit for tidying up, zero or more
     * @throws Exception whatever the object throws
     */
    public static void close(AutoCloseable object, Duration atMost) throws Exception {
        if (object instanceof LedgerStore store) {
            store.ledger().close(atMost);
        } else {
            object.close();
        }
    }

    private static Store open(SharedMedium medium, Recorder recorder, @Nullable CommitGraph graph, Clock clock) {
        return new LedgerStore(new Ledger(medium, recorder, clock), graph, Branch.MAIN, Store.SYSTEM);
    }
}
