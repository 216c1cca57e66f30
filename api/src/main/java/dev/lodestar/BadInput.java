package dev.lodestar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thrown when what a request carries cannot be used. An action or a view may throw it too. Nothing is logged or
 * refreshed; the request is answered with status 400 and the message as its text. An action that a Datastar page
 * called, though, answers what belongs to a field with a signal in that page: {@code errors.title} holds the sentence
 * about {@code title}.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, String> faults;

    /**
     * A fault of no one field.
     *
     * @param message one sentence for the person who sent the request; it is sent as it is, so it must not quote secrets
     */
    public BadInput(String message) {
        this(message, Map.of());
    }

    /**
     * A fault of one field.
     *
     * @param field the field's dotted name, as in {@code "draft.title"}
     * @param message one sentence for the person who sent the request; it is sent as it is, so it must not quote secrets
     */
    public BadInput(String field, String message) {
        this(message, Map.of(field, message));
    }

    /**
     * Faults of several fields.
     *
     * @param faults a sentence for each dotted name, in the order in which they are told; at least one
     */
    public BadInput(Map<String, String> faults) {
        this(String.join("\n", faults.values()), faults);
    }

    private BadInput(String message, Map<String, String> faults) {
        // The stack tells nothing that the message does not, and a flood of bad requests should be cheap.
        super(message, null, false, false);
        this.faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** The sentence about each field that is at fault, by the field's dotted name; empty if it is none of them. */
    public Map<String, String> faults() {
        return faults;
    }
}
