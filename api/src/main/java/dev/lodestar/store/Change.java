package dev.lodestar.store;

import java.util.Optional;

/** A change of one key. Immutable. */
public sealed interface Change {
    /** Returns the key. */
    String key();

    /** Returns the value before the change, or empty if the key had no value. */
    Optional<Value> before();

    /** Returns the value after the change, or empty if the key was removed. */
    Optional<Value> after();

    /**
     * A key was set to a new value.
     *
     * @param key the key
     * @param previous the value that was replaced, if there was one
     * @param value the new value
     */
    record Set(String key, Optional<Value> previous, Value value) implements Change {
        @Override
        public Optional<Value> before() {
            return previous;
        }

        @Override
        public Optional<Value> after() {
            return Optional.of(value);
        }
    }

    /**
     * A key was removed.
     *
     * @param key the key
     * @param previous the value it had
     */
    record Removed(String key, Value previous) implements Change {
        @Override
        public Optional<Value> before() {
            return Optional.of(previous);
        }

        @Override
        public Optional<Value> after() {
            return Optional.empty();
        }
    }
}
