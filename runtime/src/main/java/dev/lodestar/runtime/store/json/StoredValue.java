package dev.lodestar.runtime.store.json;

import dev.lodestar.store.Value;
import java.util.List;

/** A value as it was stored. Immutable. */
public final class StoredValue implements Value {
    private final String key;
    private final String text;

    /**
     * Wraps a stored text.
     *
     * @param key the key it was stored under, for error messages
     * @param text the JSON
     */
    public StoredValue(String key, String text) {
        this.key = key;
        this.text = text;
    }

    @Override
    public <T> T as(Class<T> type) {
        return ValueText.read(key, text, type);
    }

    @Override
    public <T> List<T> asList(Class<T> element) {
        return ValueText.readList(key, text, element);
    }

    @Override
    public String json() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredValue value && value.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the JSON. */
    @Override
    public String toString() {
        return text;
    }
}
