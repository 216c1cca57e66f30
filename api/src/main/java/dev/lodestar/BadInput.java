package dev.lodestar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Thrown when a request carries something that cannot be used: by the framework when it binds parameters, and by
 * actions and views that check what they are given.
 *
 * <pre>{@code
 * if (!coupons.contains(code)) throw new BadInput("code", "There is no such coupon.");
 * }</pre>
 *
 * <p>It is not a failure: nothing is logged, and no view is refreshed. The answer has the status 400 and the message as
 * its text. If a page called an action, the messages that belong to fields become signals of that page instead: the
 * message about {@code title} is in {@code errors.title}, for the page to show. Immutable.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, String> faults;

    /**
     * A problem that belongs to no field.
     *
     * @param message one sentence for the person who sent the request. It is sent as it is, so it must not contain
     *     secrets
     */
    public BadInput(String message) {
        this(message, Map.of());
    }

    /**
     * A problem of one field.
     *
     * @param field the field's dotted name, as in {@code "draft.title"}
     * @param message one sentence for the person who sent the request. It is sent as it is, so it must not contain
     *     secrets
     */
    public BadInput(String field, String message) {
        this(message, Map.of(field, message));
    }

    /**
     * Problems of several fields.
     *
     * @param faults one sentence for each field, by the field's dotted name, in the order in which they are shown; at
     *     least one
     */
    public BadInput(Map<String, String> faults) {
        this(String.join("\n", faults.values()), faults);
    }

    private BadInput(String message, Map<String, String> faults) {
        // A stack trace would say nothing that the message does not, and a flood of bad requests should be cheap.
        super(message, null, false, false);
        this.faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /**
     * The sentence about each field with a problem, by the field's dotted name, unmodifiable; empty if none has one.
     */
    public Map<String, String> faults() {
        return faults;
    }
}
