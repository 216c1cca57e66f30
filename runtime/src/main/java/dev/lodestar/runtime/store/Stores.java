package dev.lodestar.runtime.store;

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
        return new LedgerStore(new Ledger(medium, new CountingRecorder(), Clock.systemUTC()), Space.MAIN, Store.SYSTEM);
    }
}
