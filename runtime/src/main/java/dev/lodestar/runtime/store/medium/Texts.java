package dev.lodestar.runtime.store.medium;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Texts under keys, for reading. Keys are ordered as {@link String#compareTo} orders them. */
public interface Texts {
    /**
     * Sorts after every key that starts with the prefix in front of it: {@code prefix + Texts.END} is the end of the
     * range that starts at {@code prefix}. No key contains this character.
     */
    String END = "\uffff";

    /** Returns the text under a key, or null if there is none. */
    @Nullable
    String get(String key);

    /**
     * Visits the texts of a range in key order.
     *
     * @param from the first key, inclusive
     * @param to the last key, exclusive
     * @param visitor receives each key and its text
     */
    void range(String from, String to, BiConsumer<String, String> visitor);
}
