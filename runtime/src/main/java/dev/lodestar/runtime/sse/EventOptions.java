package dev.lodestar.runtime.sse;

import java.time.Duration;

/**
 * The optional fields of an event.
 *
 * @param id the event's id, which a reconnecting browser sends back; empty for none
 * @param retry the delay after which the browser reconnects; the default of the protocol, one second, is not written
 */
public record EventOptions(String id, Duration retry) {
    private static final Duration DEFAULT_RETRY = Duration.ofMillis(1000);

    /** No id, and the default delay. */
    public static final EventOptions NONE = new EventOptions("", DEFAULT_RETRY);

    /**
     * @throws IllegalArgumentException if the id contains a line break or a NUL, or the delay is negative
     */
    public EventOptions {
        if (id.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("The id of an event must not contain line breaks or NUL.");
        }
        if (retry.isNegative()) {
            throw new IllegalArgumentException("The retry delay of an event must not be negative.");
        }
    }

    boolean retryIsDefault() {
        return retry.equals(DEFAULT_RETRY);
    }
}
