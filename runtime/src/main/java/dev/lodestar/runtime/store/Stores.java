package dev.lodestar.runtime.store;

import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Clock;

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
        return new LedgerStore(
                new Ledger(medium, new CountingRecorder(), Clock.systemUTC()), Space.MAIN, Store.SYSTEM, false);
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

    static Store over(Medium medium, Keep keep, Clock clock) {
        return new LedgerStore(new Ledger(medium, new HistoryRecorder(keep), clock), Space.MAIN, Store.SYSTEM, true);
    }
}
