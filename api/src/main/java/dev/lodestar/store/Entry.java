package dev.lodestar.store;

/**
 * A key with its value.
 *
 * @param key the full key
 * @param value the value
 */
public record Entry<T>(String key, T value) {
    /** Returns the last word of the key: {@code 42} for {@code todos/42}. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
