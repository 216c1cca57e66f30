package dev.lodestar.store;

import java.util.List;
import java.util.Optional;

/**
 * Values under keys, for reading. A key is a path without a leading slash, such as {@code todos/42}: words separated by
 * single slashes, at most 500 characters, without control characters; no word starts with a dot. Keys are ordered as
 * {@link String#compareTo} orders them.
 *
 * <p>A key is <em>under</em> a prefix if it equals the prefix or continues it after a slash: {@code todos} and
 * {@code todos/42} are under {@code todos}; {@code todosets} is not. Every key is under the empty prefix.
 *
 * <p>A value is a record, a {@code String}, a number, a {@code Boolean}, an enum constant, or a list of these.
 * {@link Store} says what a record's components can be, and what happens to stored values when records change.
 *
 * <p>Safe for use by any thread, unless a subtype says otherwise. Each call sees the state after some commit, never
 * half a commit.
 *
 * <p>Every method throws {@link IllegalArgumentException} for an invalid key or prefix, and {@link StoreException} if a
 * value cannot be read as the type or the backend fails.
 */
public interface StoreReader {
    /**
     * Reads a value.
     *
     * @param type what it was stored as: a record, {@code String.class}, {@code Integer.class}
     * @return the value, or empty if the key has none
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Reads a value that is a list.
     *
     * @param element the type of the elements
     * @return the elements; empty if the key has no value; unmodifiable
     */
    <T> List<T> getList(String key, Class<T> element);

    /**
     * Reads the values under a prefix.
     *
     * @param type what each was stored as
     * @return the values with their keys, in key order; unmodifiable
     */
    <T> List<Entry<T>> list(String prefix, Class<T> type);

    /** Returns the keys under a prefix that have a value, in order; unmodifiable. */
    List<String> keys(String prefix);

    /** Tells whether a key has a value. */
    boolean has(String key);
}
