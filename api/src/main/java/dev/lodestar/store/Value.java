package dev.lodestar.store;

import java.util.List;

/** A stored value whose type is not known yet. Immutable; two are equal if they were stored as the same text. */
public interface Value {
    /**
     * Reads it.
     *
     * @param type what it was stored as
     * @throws StoreException if it cannot be read as that; the message names the key
     */
    <T> T as(Class<T> type);

    /**
     * Reads it as a list, unmodifiable.
     *
     * @param element the type of its elements
     * @throws StoreException if it cannot be read as that; the message names the key
     */
    <T> List<T> asList(Class<T> element);

    /** The text that it is stored as: JSON. */
    String json();
}
