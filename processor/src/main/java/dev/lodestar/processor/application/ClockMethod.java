package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Origin;
import java.time.Duration;
import java.util.List;

/**
 * A method that runs on a clock.
 *
 * @param interval the time between the starts of two runs
 * @param reportsChange whether it returns a {@code boolean} that says whether anything changed, rather than nothing
 * @param refresh the paths of the views to refresh; empty for all views
 * @param origin the annotation's value
 */
public record ClockMethod(
        Duration interval, Method method, boolean reportsChange, List<String> refresh, Origin origin) {
    /** Copies the list. */
    public ClockMethod {
        refresh = List.copyOf(refresh);
    }
}
