package dev.lodestar.store;

/**
 * The changes that are to become one commit. It reads the store as it was when the transaction began, with its own
 * changes in it. Used by one thread, and only while the work that it was given to runs; afterwards each method throws
 * {@link IllegalStateException}.
 */
public interface Transaction extends StoreReader {
    /**
     * Sets a value, in place of what the key has.
     *
     * @throws IllegalArgumentException if this is no key, or no value that a store can hold
     */
    void set(String key, Object value);

    /** Removes a value; does nothing if the key has none. */
    void remove(String key);
}
