package dev.lodestar.runtime.signal;

import dev.lodestar.Fields;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * Fields of a query.
 *
 * @param values by name, each at least one
 * @param after what follows a field's name: the index, if the fields are one element of a list
 * @param steps what matching the request's texts may still cost
 */
record QueryFields(Map<String, List<String>> values, String after, Steps steps) implements TextFields {
    /** A query is not nested. */
    @Override
    public Fields object(String name) {
        if (!has(name)) {
            throw Expected.OBJECT.missing(this, name);
        }
        throw Expected.OBJECT.butWas(this, name, shown(name));
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        List<String> all = values.get(path(name));
        if (all == null) {
            throw Expected.LIST.missing(this, name);
        }
        return NamedFields.all(
                all.size(),
                i -> new QueryFields(Map.of(name + "." + i, List.of(all.get(i))), "." + i, steps),
                name,
                reader);
    }

    @Override
    public OptionalInt size(String name) {
        List<String> all = values.get(path(name));
        return all == null ? OptionalInt.empty() : OptionalInt.of(all.size());
    }

    @Override
    public String path(String name) {
        return name + after;
    }

    @Override
    public String label(String name) {
        return "query parameter '" + path(name) + "'";
    }
}
