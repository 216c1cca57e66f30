package dev.lodestar.store;

import java.util.List;

/**
 * A stored value that has not been converted to a type yet. Immutable; equal to another if they are stored as the same
 * text.
 */
public interface Value {
    /**
     * Reads the value.
     *
     * @param type what it was stored as
     * @throws StoreException if it cannot be read as that type; the message names the key
     */
    <T> T as(Class<T> type);

    /**
     * Reads the value as a list.
     *
     * @param element the type of the elements
     * @return the elements; unmodifiable
     * @throws StoreException if it cannot be read as such a list; the message names the key
     */
    <T> List<T> asList(Class<T> element);

    /** Returns the text that the value is stored as: JSON. */
    String json();
}
