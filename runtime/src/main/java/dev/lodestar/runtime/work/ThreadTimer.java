package dev.lodestar.runtime.work;

import dev.lodestar.runtime.collapse.Collapse;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timer with a thread of its own. */
public final class ThreadTimer implements TaskTimer, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThreadTimer.class);

    private final ScheduledThreadPoolExecutor executor;

    /** Creates a timer. Its thread starts with the first task. */
    public ThreadTimer() {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "lodestar-timer");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public long now() {
        return System.nanoTime();
    }

    @Override
    public void after(long nanos, Runnable task) {
        executor.schedule(() -> run(task), nanos, TimeUnit.NANOSECONDS);
    }

    // Otherwise, whatever a task throws would only be stored in its future.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            Collapse.notice(e);
            log.error("A task that was due could not be started.", e);
        }
    }

    /** Discards the tasks that are not due yet. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
