package dev.lodestar.runtime.work;

import dev.lodestar.runtime.route.ClockRoute;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs a tick at a fixed rate: the n-th run is due n periods after the start. A run never overlaps the one before;
 * those that a slow one left no time for are skipped, not made up for.
 */
public final class Clock {
    private Clock() {}

    /**
     * Starts a clock, whose first run is due after one period.
     *
     * @param workers where it runs
     * @param changed told after each run that changed something
     */
    public static Recurring start(ClockRoute route, TaskTimer timer, Executor workers, Consumer<ClockRoute> changed) {
        long period = route.period().toNanos();
        long start = timer.now();
        return Recurring.start(
                "the clock with period " + route.period(),
                timer,
                workers,
                () -> period - (timer.now() - start) % period,
                () -> {
                    if (route.tick().run()) {
                        changed.accept(route);
                    }
                });
    }
}
