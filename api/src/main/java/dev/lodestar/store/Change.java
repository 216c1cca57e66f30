package dev.lodestar.store;

import java.util.Optional;

/** What happened to one key. Immutable. */
public sealed interface Change {
    /** The key. */
    String key();

    /** Its value before; empty if it had none. */
    Optional<Value> before();

    /** Its value after; empty if it has none. */
    Optional<Value> after();

    /**
     * The key got a value that it did not have.
     *
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
     * The key lost its value.
     *
     * @param previous the value that it had
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
