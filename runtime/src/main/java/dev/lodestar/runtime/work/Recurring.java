package dev.lodestar.runtime.work;

import dev.lodestar.runtime.collapse.Collapse;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that runs again and again, whatever becomes of a run: if it throws, or if its thread cannot be had, the next
 * one is due all the same. Runs never overlap. Safe for use by any thread.
 */
public final class Recurring {
    private static final Logger log = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final TaskTimer timer;
    private final Executor workers;
    private final LongSupplier pause;
    private final Task task;
    private volatile boolean stopped;

    private Recurring(String name, TaskTimer timer, Executor workers, LongSupplier pause, Task task) {
        this.name = name;
        this.timer = timer;
        this.workers = workers;
        this.pause = pause;
        this.task = task;
    }

    /** What is done in a run. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * Starts a task, whose first run is due after a pause.
     *
     * @param name what it is, for the log
     * @param workers where it runs
     * @param pause gives the time from now to the next run, in nanoseconds
     */
    public static Recurring start(String name, TaskTimer timer, Executor workers, LongSupplier pause, Task task) {
        Recurring recurring = new Recurring(name, timer, workers, pause, task);
        recurring.scheduleNext();
        return recurring;
    }

    /** Lets no further run begin. */
    public void stop() {
        stopped = true;
    }

    private void scheduleNext() {
        if (!stopped) {
            timer.after(pause.getAsLong(), this::hand);
        }
    }

    private void hand() {
        boolean handed = false;
        try {
            workers.execute(this::run);
            handed = true;
        } catch (RejectedExecutionException e) {
            if (!stopped) {
                log.warn("There was no thread for a run of {}; the next one is due as ever.", name);
            }
        } finally {
            if (!handed) {
                scheduleNext();
            }
        }
    }

    private void run() {
        try {
            if (!stopped) {
                task.run();
            }
        } catch (Throwable e) {
            Collapse.notice(e);
            log.error("A run of {} failed; the next one is due as ever.", name, e);
        } finally {
            scheduleNext();
        }
    }
}
