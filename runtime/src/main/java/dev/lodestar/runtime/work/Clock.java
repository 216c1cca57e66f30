package dev.lodestar.runtime.work;

import dev.lodestar.runtime.route.ClockRoute;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a tick at a fixed rate: the n-th run is due n periods after the start. A run never overlaps the one before;
 * those that a slow one left no time for are skipped, not made up for.
 */
public final class Clock {
    private static final Logger log = LoggerFactory.getLogger(Clock.class);

    private final ClockRoute route;
    private final TaskTimer timer;
    private final Executor workers;
    private final Consumer<ClockRoute> changed;
    private final long period;
    private final long start;
    private volatile boolean stopped;

    private Clock(ClockRoute route, TaskTimer timer, Executor workers, Consumer<ClockRoute> changed) {
        this.route = route;
        this.timer = timer;
        this.workers = workers;
        this.changed = changed;
        this.period = route.period().toNanos();
        this.start = timer.now();
    }

    /**
     * Starts a clock, whose first run is due after one period.
     *
     * @param workers where it runs
     * @param changed told after each run that changed something
     */
    public static Clock start(ClockRoute route, TaskTimer timer, Executor workers, Consumer<ClockRoute> changed) {
        Clock clock = new Clock(route, timer, workers, changed);
        clock.scheduleNext();
        return clock;
    }

    /** Lets no further run begin. */
    public void stop() {
        stopped = true;
    }

    private void scheduleNext() {
        long sinceLastDue = (timer.now() - start) % period;
        timer.after(period - sinceLastDue, () -> workers.execute(this::run));
    }

    private void run() {
        if (stopped) {
            return;
        }
        try {
            if (route.tick().run()) {
                changed.accept(route);
            }
        } catch (Throwable e) {
            log.error("A run of the clock with period {} failed; the clock goes on.", route.period(), e);
        }
        scheduleNext();
    }
}
