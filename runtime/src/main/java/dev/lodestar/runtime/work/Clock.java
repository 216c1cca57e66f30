package dev.lodestar.runtime.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/**
 * Runs a task at a fixed rate: the n-th run is due n periods after the start. Runs never overlap. Those that are due
 * while a slow one is still running are skipped, not made up for.
 */
public final class Clock {
    private Clock() {}

    /**
     * Starts a clock. The first run is due after one period.
     *
     * @param tick the task, which reports whether it changed anything
     * @param timer schedules the runs
     * @param workers runs the task
     * @param whenChanged called after each run that changed something
     */
    public static Recurring start(
            Duration period, Callable<Boolean> tick, TaskTimer timer, Executor workers, Runnable whenChanged) {
        long nanos = period.toNanos();
        long start = timer.now();
        return Recurring.start(
                "the clock with period " + period, timer, workers, () -> nanos - (timer.now() - start) % nanos, () -> {
                    if (tick.call()) {
                        whenChanged.run();
                    }
                });
    }
}
