package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.time.Duration;
import java.util.List;

/**
 * A method that runs on a clock.
 *
 * @param reportsChange whether it returns a {@code boolean} that reports a change; otherwise it returns nothing
 * @param refresh the paths of the views to refresh; empty for all
 * @param origin the annotation's value
 */
public record ClockMethod(Duration interval, Method method, boolean reportsChange, List<String> refresh, Origin origin) {
    /** Copies the list. */
    public ClockMethod {
        refresh = List.copyOf(refresh);
    }
}
