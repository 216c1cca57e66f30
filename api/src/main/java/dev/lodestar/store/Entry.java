package dev.lodestar.store;

/**
 * A key and its value.
 *
 * @param key the whole key
 * @param value the value
 */
public record Entry<T>(String key, T value) {
    /** The last word of the key: {@code 42} of {@code todos/42}. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
