package dev.lodestar.runtime.sse;

import java.time.Duration;

/**
 * What any event may carry beside its data.
 *
 * @param id the event's id, which a reconnecting browser sends back; none when empty
 * @param retry the time after which the browser reconnects; the protocol's default of one second is not written
 */
public record EventOptions(String id, Duration retry) {
    private static final Duration DEFAULT_RETRY = Duration.ofMillis(1000);

    /** Neither. */
    public static final EventOptions NONE = new EventOptions("", DEFAULT_RETRY);

    /**
     * @throws IllegalArgumentException if the id has a line break or a NUL, or the time is negative
     */
    public EventOptions {
        if (id.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("The id of an event must be one line without NUL.");
        }
        if (retry.isNegative()) {
            throw new IllegalArgumentException("The retry time of an event must not be negative.");
        }
    }

    boolean retryIsDefault() {
        return retry.equals(DEFAULT_RETRY);
    }
}
