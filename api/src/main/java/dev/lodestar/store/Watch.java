package dev.lodestar.store;

/** A listener's place at a store. Safe for use by any thread. */
public interface Watch extends AutoCloseable {
    /** Ends it: no call of the listener begins afterwards. A second call does nothing. */
    @Override
    void close();
}
