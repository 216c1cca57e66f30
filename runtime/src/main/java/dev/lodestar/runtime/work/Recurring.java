package dev.lodestar.runtime.work;

import dev.lodestar.runtime.collapse.Collapse;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that runs repeatedly, even if a run throws or no thread can be had for it: the next one is still due. Runs
 * never overlap. Safe for use by any thread.
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

    /** The work of one run. */
    @FunctionalInterface
    public interface Task {
        /** Does the work. */
        void run() throws Exception;
    }

    /**
     * Starts a task. The first run is due after a pause.
     *
     * @param name names the task in the log
     * @param timer schedules the runs
     * @param workers runs the task
     * @param pause returns the time until the next run, in nanoseconds
     */
    public static Recurring start(String name, TaskTimer timer, Executor workers, LongSupplier pause, Task task) {
        Recurring recurring = new Recurring(name, timer, workers, pause, task);
        recurring.scheduleNext();
        return recurring;
    }

    /** Stops the task: no further run begins. */
    public void stop() {
        stopped = true;
    }

    private void scheduleNext() {
        if (!stopped) {
            timer.after(pause.getAsLong(), this::handOver);
        }
    }

    private void handOver() {
        boolean handedOver = false;
        try {
            workers.execute(this::run);
            handedOver = true;
        } catch (RejectedExecutionException e) {
            if (!stopped) {
                log.warn("No thread was available for a run of {}; the next run is still due.", name);
            }
        } finally {
            if (!handedOver) {
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
            log.error("A run of {} failed; the next run is still due.", name, e);
        } finally {
            scheduleNext();
        }
    }
}
