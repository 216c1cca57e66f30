package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import org.jspecify.annotations.Nullable;

/** The forms that a field may be asked to have, and the sentences that refuse another one. */
enum Expected {
    TEXT("text"),
    TRUTH("true or false"),
    INTEGER("a whole number from -2147483648 to 2147483647"),
    LONG("a whole number from -9223372036854775808 to 9223372036854775807"),
    NUMBER("a finite number"),
    CONSTANT("one of the names that are allowed"),
    OBJECT("an object"),
    LIST("a list");

    private static final int LONGEST = 40;

    private final String form;

    Expected(String form) {
        this.form = form;
    }

    /** The refusal of a field that is not there: {@code The signal 'count' is missing; it must be …}. */
    BadInput missing(String field) {
        return new BadInput("The " + field + " is missing; it must be " + form + ".");
    }

    /** The refusal of a field that has another form: {@code The signal 'count' must be …, but was "abc".}. */
    BadInput butWas(String field, @Nullable Object found) {
        String shown = String.valueOf(found);
        String shortened = shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
        return new BadInput("The " + field + " must be " + form + ", but was " + shortened + ".");
    }
}
