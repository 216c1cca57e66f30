package dev.lodestar.runtime.signal;

import java.util.List;
import java.util.Map;

/** Fields whose values are all text, and where a name may have several values. */
sealed interface TextFields extends NamedFields permits QueryFields, FormFields {
    /** All values by their full names, each at least one. */
    Map<String, List<String>> values();

    @Override
    default boolean has(String name) {
        return values().containsKey(path(name));
    }

    @Override
    default String string(String name) {
        return first(name, Expected.TEXT);
    }

    @Override
    default String literal(String name, Expected expected) {
        if (isEmptyText(name)) {
            throw expected.missing(this, name);
        }
        return first(name, expected);
    }

    @Override
    default String shown(String name) {
        return '"' + first(name, Expected.TEXT) + '"';
    }

    @Override
    default boolean isEmptyText(String name) {
        List<String> all = values().get(path(name));
        return all != null && all.get(0).isEmpty();
    }

    /** The first value of a name, or the refusal that says what it must be. */
    private String first(String name, Expected expected) {
        List<String> all = values().get(path(name));
        if (all == null) {
            throw expected.missing(this, name);
        }
        return all.get(0);
    }
}
