package dev.lodestar.runtime.store.medium;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Keeps the texts of one store: all that a backend has to implement. Any number of threads read it, even during a
 * write. What they read of the keys being written does not matter: the store hides those keys until the write has
 * finished.
 *
 * <p>A key has neither control characters nor unpaired surrogates in it, nor {@link Texts#END}.
 *
 * <p>When something fails, throw a {@link dev.lodestar.store.StoreException} whose message is one sentence that says
 * what to do; {@link StoreFile} has such messages. Pass on what was thrown as the cause, even an {@link Error}: the
 * server shuts down after an error of the virtual machine, and looks for it there.
 */
public interface Medium extends Texts, AutoCloseable {
    /**
     * Applies all changes or none, and returns when they are durable. Called by one thread at a time.
     *
     * @param changes the new text of each key, or empty to remove it; unmodifiable
     * @throws dev.lodestar.store.StoreException if the changes cannot be made durable; all texts are as before, then
     */
    void write(SortedMap<String, Optional<String>> changes);

    /** Releases everything the medium holds. Called once, when no other call is running. */
    @Override
    void close();

    /**
     * Closes a medium that tidies up first; otherwise the same as {@link #close()}.
     *
     * @param atMost the time limit for tidying up, zero or more
     */
    default void close(Duration atMost) {
        close();
    }
}
