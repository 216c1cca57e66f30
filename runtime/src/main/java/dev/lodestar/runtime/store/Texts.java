package dev.lodestar.runtime.store;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Texts under keys, to read, in the order of {@link String#compareTo}. */
public interface Texts {
    /** The text under a key, or null if there is none. */
    @Nullable
    String get(String key);

    /**
     * Visits the texts of a range, in the order of the keys.
     *
     * @param from the first key
     * @param to the key before which to stop
     * @param visitor takes each key and its text
     */
    void range(String from, String to, BiConsumer<String, String> visitor);
}
