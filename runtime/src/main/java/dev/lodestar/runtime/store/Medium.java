package dev.lodestar.runtime.store;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a store keeps its texts: all that a backend has to bring. It is read by any number of threads, also while one
 * writes; what they read of the keys that are being written does not matter.
 *
 * <p>A medium that fails throws {@link dev.lodestar.store.StoreException}, with a sentence that says what to do.
 */
public interface Medium extends Texts, AutoCloseable {
    /**
     * Changes texts, all or none, and returns when that is durable. Called by one thread at a time.
     *
     * @param changes the new text of each key, or empty to remove it
     * @throws dev.lodestar.store.StoreException if that cannot be; everything is as before
     */
    void write(SortedMap<String, Optional<String>> changes);

    /** Lets go of what the medium holds. Called once, when nothing else is being done. */
    @Override
    void close();

    /**
     * As {@link #close()}, for a medium that tidies up before it closes.
     *
     * @param atMost how long it may tidy up
     */
    default void close(Duration atMost) {
        close();
    }
}
