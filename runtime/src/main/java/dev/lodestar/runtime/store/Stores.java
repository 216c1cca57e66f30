package dev.lodestar.runtime.store;

import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens stores. */
public final class Stores {
    private Stores() {}

    /** A store in the memory of this process: quick, and gone with it. */
    public static Store inMemory() {
        return over(new MemoryMedium());
    }

    /**
     * A store over a medium, without history.
     *
     * @param medium is the store's from now on, and ends with it
     */
    public static Store over(Medium medium) {
        return over(new SoleMedium(medium));
    }

    /**
     * A store over a medium that others write to as well, without history.
     *
     * @param medium is the store's from now on, and ends with it
     */
    public static Store over(SharedMedium medium) {
        return open(medium, new CountingRecorder(), null, Clock.systemUTC());
    }

    /**
     * A store in the memory of this process, with history.
     *
     * @param keep how much of it
     */
    public static Store inMemory(Keep keep) {
        return over(new MemoryMedium(), keep);
    }

    /**
     * A store over a medium, with history, which lies in the same medium.
     *
     * @param medium is the store's from now on, and ends with it
     * @param keep how much of it
     */
    public static Store over(Medium medium, Keep keep) {
        return over(medium, keep, Clock.systemUTC());
    }

    /**
     * A store over a medium that others write to as well, with history, which lies in the same medium.
     *
     * @param medium is the store's from now on, and ends with it
     * @param keep how much of it; those others keep as much
     */
    public static Store over(SharedMedium medium, Keep keep) {
        return open(medium, new HistoryRecorder(keep), new HistoryGraph(), Clock.systemUTC());
    }

    static Store over(Medium medium, Keep keep, Clock clock) {
        return open(new SoleMedium(medium), new HistoryRecorder(keep), new HistoryGraph(), clock);
    }

    /**
     * Closes an object, in time if it is a store that tidies up before it closes.
     *
     * @param atMost how long it may tidy up
     * @throws Exception what the object throws
     */
    public static void close(AutoCloseable object, Duration atMost) throws Exception {
        if (object instanceof LedgerStore store) {
            store.ledger().close(atMost);
        } else {
            object.close();
        }
    }

    /**
     * Opens a store.
     *
     * @param past where the recorder keeps a history, or null if it keeps none
     */
    static Store open(SharedMedium medium, Recorder recorder, @Nullable Past past, Clock clock) {
        return new LedgerStore(new Ledger(medium, recorder, clock), past, Space.MAIN, Store.SYSTEM);
    }
}
