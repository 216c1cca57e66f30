package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A form that a field can be expected to have, and the messages for fields that do not have it.
 *
 * @param form what the field must be, as the end of a sentence
 */
record Expected(String form) {
    static final Expected TEXT = new Expected("text");
    static final Expected TRUTH = new Expected("true or false");
    static final Expected WHOLE = new Expected("a whole number");
    static final Expected NUMBER = new Expected("a number");
    static final Expected OBJECT = new Expected("an object");
    static final Expected LIST = new Expected("a list");

    private static final int LONGEST = 40;

    static Expected between(long least, long greatest) {
        return new Expected("a whole number from " + least + " to " + greatest);
    }

    static Expected oneOf(Enum<?>[] constants) {
        return new Expected("one of " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** The refusal of a missing field: {@code The field 'count' is missing; it must be …}. */
    BadInput missing(NamedFields fields, String name) {
        return fields.refusal(name, "is missing; it must be " + form);
    }

    /** The refusal of a field with another form: {@code The field 'count' must be …, but was "abc".}. */
    BadInput butWas(NamedFields fields, String name, String found) {
        String shortened = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
        return fields.refusal(name, "must be " + form + ", but was " + shortened);
    }
}
