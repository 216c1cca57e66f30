package dev.lodestar.runtime.route;

import java.time.Duration;
import java.util.List;

/**
 * A clock of the table.
 *
 * @param period the time from one run's start to the next's, at least 1 ms
 * @param tick what runs
 * @param refreshedViews the paths of the views to refresh after a run; all views when empty
 */
public record ClockRoute(Duration period, Tick tick, List<String> refreshedViews) {}
