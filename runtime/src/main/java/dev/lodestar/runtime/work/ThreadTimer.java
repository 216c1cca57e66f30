package dev.lodestar.runtime.work;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with one thread. */
public final class ThreadTimer implements TaskTimer, AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    /** Makes a timer, whose thread starts with the first task. */
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
        executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** Drops the tasks that are not due yet. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
