package dev.lodestar.runtime.route;

import java.time.Duration;
import java.util.List;

/**
 * A clock in the table.
 *
 * @param period the time from the start of one run to the start of the next, at least 1 ms
 * @param tick what runs
 * @param refreshedViews the paths of the views to refresh after a run; all views if empty
 */
public record ClockRoute(Duration period, Tick tick, List<String> refreshedViews) {}
