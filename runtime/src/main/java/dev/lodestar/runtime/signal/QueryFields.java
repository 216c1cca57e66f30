package dev.lodestar.runtime.signal;

import dev.lodestar.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Fields of a query: every value is text, and reading gives it a form.
 *
 * @param values by name, each at least one
 * @param after what follows a field's name in messages: the index, if the fields stand for one element of a list
 */
record QueryFields(Map<String, List<String>> values, String after) implements Fields {
    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String string(String name) {
        return first(name, Expected.TEXT);
    }

    @Override
    public boolean bool(String name) {
        String value = first(name, Expected.TRUTH);
        if (!value.equals("true") && !value.equals("false")) {
            throw Expected.TRUTH.butWas(label(name), quoted(value));
        }
        return value.equals("true");
    }

    @Override
    public int integer(String name) {
        return (int) whole(name, Expected.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long longInteger(String name) {
        return whole(name, Expected.LONG, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public double number(String name) {
        String value = first(name, Expected.NUMBER);
        return NumberText.finite(value).orElseThrow(() -> Expected.NUMBER.butWas(label(name), quoted(value)));
    }

    @Override
    public <E extends Enum<E>> E constant(String name, Function<String, E> valueOf) {
        String value = first(name, Expected.CONSTANT);
        try {
            return valueOf.apply(value);
        } catch (IllegalArgumentException unknown) {
            throw Expected.CONSTANT.butWas(label(name), quoted(value));
        }
    }

    /** A query has no nesting. */
    @Override
    public Fields object(String name) {
        throw Expected.OBJECT.butWas(label(name), quoted(first(name, Expected.OBJECT)));
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        first(name, Expected.LIST);
        List<String> all = values.getOrDefault(name, List.of());
        return IntStream.range(0, all.size())
                .mapToObj(i -> reader.apply(new QueryFields(Map.of(name, List.of(all.get(i))), "[" + i + "]"), name))
                .toList();
    }

    private long whole(String name, Expected expected, long least, long greatest) {
        String value = first(name, expected);
        return NumberText.whole(value, least, greatest).orElseThrow(() -> expected.butWas(label(name), quoted(value)));
    }

    private String first(String name, Expected expected) {
        List<String> all = values.get(name);
        if (all == null) {
            throw expected.missing(label(name));
        }
        return all.get(0);
    }

    private String label(String name) {
        return "query parameter '" + name + after + "'";
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }
}
