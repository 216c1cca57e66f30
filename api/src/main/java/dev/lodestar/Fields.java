package dev.lodestar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Named values from a request: its query parameters, its signals, or the fields of a form. Usually the compiler writes
 * the code that reads them, for {@link Query} and {@link Signal} parameters and for records; use this interface to read
 * them yourself.
 *
 * <pre>{@code
 * Fields query = request.query();
 * int page = query.optional("page", Fields::integer).orElse(1);
 * }</pre>
 *
 * <p>Every method that reads a value throws {@link BadInput}, which names the field, if the field is missing or its
 * value has the wrong form. A number or a boolean can also be given as a string, since that is what the inputs of a
 * page contain; an empty string then counts as missing. No method returns null. Immutable, and safe for use by any
 * thread.
 */
public interface Fields {
    /** Returns whether there is a value with this name. A JSON {@code null} does not count. */
    boolean has(String name);

    /** Reads a string, which can be empty. */
    String string(String name);

    /**
     * Reads a boolean. In a form, {@code on} is also true and a missing field is false, because that is how browsers
     * submit checkboxes.
     */
    boolean bool(String name);

    /** Reads a whole number in the range of {@code int}. */
    int integer(String name);

    /** Reads a whole number in the range of {@code long}. */
    long longInteger(String name);

    /** Reads a number, which is finite. */
    double number(String name);

    /** Reads a number exactly: it has at most 400 digits, and an exponent from -400 to 400. */
    BigDecimal decimal(String name);

    /**
     * Reads an enum constant by its name.
     *
     * @param name the field's name
     * @param constants the constants to choose from, as in {@code Size.values()}
     */
    <E extends Enum<E>> E constant(String name, E[] constants);

    /**
     * Reads a string and parses it.
     *
     * <pre>{@code
     * LocalDate due = fields.parsed("due", "a date such as 2026-01-31", LocalDate::parse);
     * }</pre>
     *
     * @param name the field's name
     * @param form what the string must be, for the message of {@link BadInput}
     * @param parser parses the string; it throws {@link IllegalArgumentException} or
     *     {@link java.time.DateTimeException} if it cannot. It is not called for strings of more than 100 characters,
     *     which are refused
     */
    <T> T parsed(String name, String form, Function<String, T> parser);

    /** Reads the fields that are nested under this name. */
    Fields object(String name);

    /**
     * Reads the fields that are nested under this name into a value.
     *
     * @param name the field's name
     * @param reader reads the value from the nested fields
     */
    default <T> T object(String name, Function<Fields, T> reader) {
        return reader.apply(object(name));
    }

    /**
     * Reads a list: a JSON array among the signals, or a parameter or field that occurs several times in a query or a
     * form.
     *
     * @param name the field's name
     * @param reader reads one element, as in {@code fields.list("tags", Fields::string)}
     * @return the elements, in an unmodifiable list
     */
    <T> List<T> list(String name, BiFunction<Fields, String, T> reader);

    /**
     * Reads a field that may be missing.
     *
     * @param name the field's name
     * @param reader reads the field if it is there, as in {@code fields.optional("page", Fields::integer)}
     * @return the value; empty if it is missing or {@code null}, or is an empty string that {@code reader} does not
     *     accept
     */
    default <T> Optional<T> optional(String name, BiFunction<Fields, String, T> reader) {
        return has(name) ? Optional.of(reader.apply(this, name)) : Optional.empty();
    }
}
