package dev.lodestar;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Named values that came with a request: its query parameters, its signals, or the fields of a form. Immutable, and safe for use by any thread.
 *
 * <p>Each reading method throws {@link BadInput}, which names the field, if the field is missing or its value has another
 * form. Text in which a number, a truth or the like is written is as good as that itself, since that is what the inputs
 * of a page hold; where they are empty, the field is missing.
 */
public interface Fields {
    /** Tells whether there is a value, of any form but {@code null}, under this name. */
    boolean has(String name);

    /** Reads text. */
    String string(String name);

    /**
     * Reads {@code true} or {@code false}. In a form {@code on} is true too, and what is missing is false, which is how
     * checkboxes say it.
     */
    boolean bool(String name);

    /** Reads a whole number of the range of {@code int}. */
    int integer(String name);

    /** Reads a whole number of the range of {@code long}. */
    long longInteger(String name);

    /** Reads a finite number. */
    double number(String name);

    /** Reads a number with all its digits: at most 400 of them, with an exponent from -400 to 400. */
    BigDecimal decimal(String name);

    /**
     * Reads the name of a constant.
     *
     * @param name the field's name
     * @param constants those that it may be, as in {@code Size.values()}
     */
    <E extends Enum<E>> E constant(String name, E[] constants);

    /**
     * Reads text that stands for something else.
     *
     * @param name the field's name
     * @param form what the text must be, for the sentence that refuses another: {@code "a date such as 2026-01-31"}
     * @param parser what reads the text; it refuses it with {@link IllegalArgumentException} or
     *     {@link java.time.DateTimeException}, as {@code LocalDate::parse} does. It gets no text of more than 100 characters
     */
    <T> T parsed(String name, String form, Function<String, T> parser);

    /** Reads the fields nested below this name. */
    Fields object(String name);

    /**
     * Reads the fields nested below this name into a value.
     *
     * @param name the field's name
     * @param reader how to read them
     */
    default <T> T object(String name, Function<Fields, T> reader) {
        return reader.apply(object(name));
    }

    /**
     * Reads a list: a JSON array among the signals, what is given several times in a query or a form.
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
     * @return the value, or empty if it is missing or {@code null}, or an empty text where {@code reader} refuses that
     */
    default <T> Optional<T> optional(String name, BiFunction<Fields, String, T> reader) {
        return has(name) ? Optional.of(reader.apply(this, name)) : Optional.empty();
    }
}
