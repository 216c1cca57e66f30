package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Fields that know their place in the request, and read every value that is written as text: numbers, booleans,
 * constants and so on.
 */
sealed interface NamedFields extends Fields permits NestedFields, TextFields {
    /** The longest text that is given to a parser. */
    int LONGEST = 100;

    /**
     * The full dotted name of a field, from the outermost object on; that of the object itself if the name is empty.
     */
    String path(String name);

    /** The field as part of a sentence: {@code field 'draft.title'}. */
    String label(String name);

    /**
     * The text of a value.
     *
     * @throws BadInput if it is missing, empty, an object or a list; the message names the expected form
     */
    String literal(String name, Expected expected);

    /** The value as messages show it, if there is one. */
    String shown(String name);

    /** The number of elements in a list; empty if the value is not a list. */
    OptionalInt size(String name);

    /** What matching the request's texts may still cost. */
    Steps steps();

    /** Whether the value is an empty text. */
    boolean isEmptyText(String name);

    /** Refuses a field; {@code rule} completes the sentence that begins with its label. */
    default BadInput refusal(String name, String rule) {
        return new BadInput(path(name), "The " + label(name) + " " + rule + ".");
    }

    private BadInput refusal(String name, Expected expected) {
        return expected.butWas(this, name, shown(name));
    }

    @Override
    default boolean bool(String name) {
        String text = literal(name, Expected.TRUTH);
        if (!text.equals("true") && !text.equals("false")) {
            throw refusal(name, Expected.TRUTH);
        }
        return text.equals("true");
    }

    @Override
    default int integer(String name) {
        return (int) whole(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    default long longInteger(String name) {
        return whole(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long whole(String name, long least, long greatest) {
        String text = literal(name, Expected.WHOLE);
        OptionalLong number = NumberText.whole(text, least, greatest);
        return number.orElseThrow(
                () -> refusal(name, NumberText.isWhole(text) ? Expected.between(least, greatest) : Expected.WHOLE));
    }

    @Override
    default double number(String name) {
        return NumberText.finite(literal(name, Expected.NUMBER)).orElseThrow(() -> refusal(name, Expected.NUMBER));
    }

    @Override
    default BigDecimal decimal(String name) {
        return NumberText.exact(literal(name, Expected.NUMBER)).orElseThrow(() -> refusal(name, Expected.NUMBER));
    }

    @Override
    default <E extends Enum<E>> E constant(String name, E[] constants) {
        Expected expected = Expected.oneOf(constants);
        String text = literal(name, expected);
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refusal(name, expected);
    }

    @Override
    default <T> T parsed(String name, String form, Function<String, T> parser) {
        Expected expected = new Expected(form);
        String text = literal(name, expected);
        if (text.length() > LONGEST) {
            throw refusal(name, expected);
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(name, expected);
        }
    }

    // A cleared input contains an empty text, which is not a number; only requests for text accept it.
    @Override
    default <T> Optional<T> optional(String name, BiFunction<Fields, String, T> reader) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(this, name));
        } catch (BadInput e) {
            if (isEmptyText(name)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Reads all elements of a list, and refuses those that are wrong.
     *
     * @param count the number of elements
     * @param elements returns the fields that contain an element, by its index
     */
    static <T> List<T> all(
            int count, IntFunction<? extends NamedFields> elements, String name, BiFunction<Fields, String, T> reader) {
        Faults faults = new Faults();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            NamedFields element = elements.apply(i);
            try {
                values.add(reader.apply(element, name));
            } catch (BadInput e) {
                faults.add(element.path(name), e);
            }
        }
        faults.check();
        return List.copyOf(values);
    }
}
