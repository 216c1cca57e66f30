package dev.lodestar.store;

/** A listener's registration with a store. Safe for use by any thread. */
public interface Watch extends AutoCloseable {
    /** Ends the registration: the listener is not called again, although a call in progress may finish. Idempotent. */
    @Override
    void close();
}
