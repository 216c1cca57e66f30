package dev.lodestar;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Named values that came with a request: its query parameters, or its signals. Immutable, and safe for use by any thread.
 *
 * <p>Each reading method throws {@link BadInput}, which is answered with 400 and names the field, if the field is
 * missing or its value has another form.
 */
public interface Fields {
    /** Tells whether there is a value, of any form but {@code null}, under this name. */
    boolean has(String name);

    /** Reads text. */
    String string(String name);

    /** Reads {@code true} or {@code false}. */
    boolean bool(String name);

    /** Reads a whole number of the range of {@code int}. */
    int integer(String name);

    /** Reads a whole number of the range of {@code long}. */
    long longInteger(String name);

    /** Reads a finite number. */
    double number(String name);

    /**
     * Reads the name of a constant.
     *
     * @param name the field's name
     * @param valueOf the enum's {@code valueOf}, which throws {@link IllegalArgumentException} for an unknown name
     */
    <E extends Enum<E>> E constant(String name, Function<String, E> valueOf);

    /** Reads the fields nested below this name. */
    Fields object(String name);

    /**
     * Reads a list: a JSON array among the signals, a parameter that is given several times in a query.
     *
     * @param name the field's name
     * @param reader how to read one element, as in {@code fields.list("tags", Fields::string)}
     * @return the elements, unmodifiable
     */
    <T> List<T> list(String name, BiFunction<Fields, String, T> reader);

    /**
     * Reads a field that may be missing.
     *
     * @param name the field's name
     * @param reader how to read it if it is there, as in {@code fields.optional("page", Fields::integer)}
     * @return the value, or empty if it is missing or {@code null}
     */
    default <T> Optional<T> optional(String name, BiFunction<Fields, String, T> reader) {
        return has(name) ? Optional.of(reader.apply(this, name)) : Optional.empty();
    }
}
