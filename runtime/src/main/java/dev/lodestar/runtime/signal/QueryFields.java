package dev.lodestar.runtime.signal;

import dev.lodestar.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Fields of a query: every value is text.
 *
 * @param values by name, each at least one
 * @param after what follows a field's name in messages: the index, if the fields stand for one element of a list
 */
record QueryFields(Map<String, List<String>> values, String after) implements NamedFields {
    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String string(String name) {
        return first(name, Expected.TEXT);
    }

    /** A query has no nesting. */
    @Override
    public Fields object(String name) {
        first(name, Expected.OBJECT);
        throw Expected.OBJECT.butWas(this, name, shown(name));
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        first(name, Expected.LIST);
        List<String> all = values.getOrDefault(name, List.of());
        return NamedFields.all(
                IntStream.range(0, all.size())
                        .mapToObj(i -> new QueryFields(Map.of(name, List.of(all.get(i))), "." + i))
                        .toList(),
                name,
                reader);
    }

    @Override
    public String literal(String name, Expected expected) {
        if (isEmptyText(name)) {
            throw expected.missing(this, name);
        }
        return first(name, expected);
    }

    @Override
    public String shown(String name) {
        return '"' + first(name, Expected.TEXT) + '"';
    }

    @Override
    public boolean isEmptyText(String name) {
        return has(name) && string(name).isEmpty();
    }

    @Override
    public String path(String name) {
        return name + after;
    }

    @Override
    public String label(String name) {
        return "query parameter '" + path(name) + "'";
    }

    private String first(String name, Expected expected) {
        List<String> all = values.get(name);
        if (all == null) {
            throw expected.missing(this, name);
        }
        return all.get(0);
    }
}
