package dev.lodestar.store;

import java.util.List;
import java.util.Optional;

/**
 * Values under keys, to read. A key is a path without a leading slash, such as {@code todos/42}: words separated by
 * single slashes, at most 500 characters, without control characters; a word does not start with a dot. Keys are ordered
 * as {@link String#compareTo} orders them.
 *
 * <p>A key lies <em>under</em> a prefix if it is the prefix, or continues it after a slash: {@code todos} and
 * {@code todos/42} lie under {@code todos}, {@code todosets} does not. Every key lies under the empty prefix.
 *
 * <p>A value is a record, a {@code String}, a number, a {@code Boolean}, an enum constant, or a list of these. What a
 * record's components can be, and what becomes of values when records change, says {@link Store}.
 *
 * <p>Safe for use by any thread, unless a subtype says otherwise. Each method sees one state: that after some commit,
 * never half of one.
 *
 * <p>Each method throws {@link IllegalArgumentException} for what is no key or prefix, and {@link StoreException} if a
 * value cannot be read as the type, or the backend fails.
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
     * @param element the type of its elements
     * @return the elements, unmodifiable; none if the key has no value
     */
    <T> List<T> getList(String key, Class<T> element);

    /**
     * Reads the values under a prefix.
     *
     * @param type what each was stored as
     * @return them with their keys, in the order of the keys; unmodifiable
     */
    <T> List<Entry<T>> list(String prefix, Class<T> type);

    /** The keys under a prefix that have a value, in their order; unmodifiable. */
    List<String> keys(String prefix);

    /** Tells whether a key has a value. */
    boolean has(String key);
}
