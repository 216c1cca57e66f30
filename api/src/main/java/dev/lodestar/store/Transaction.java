package dev.lodestar.store;

/**
 * Changes that are to become one commit. Reading from a transaction shows the store as it was when the transaction
 * started, with the transaction's own changes applied. It is for one thread, and only while the work that received it
 * runs; afterwards every method throws {@link IllegalStateException}.
 */
public interface Transaction extends StoreReader {
    /**
     * Sets a value, replacing the one the key has.
     *
     * @throws IllegalArgumentException if the key is invalid, or a store cannot hold the value
     */
    void set(String key, Object value);

    /** Removes a value; does nothing if the key has none. */
    void remove(String key);
}
