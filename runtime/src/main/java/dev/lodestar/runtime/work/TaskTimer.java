package dev.lodestar.runtime.work;

/** Tells the time and runs tasks later. Safe for use by any thread. */
public interface TaskTimer {
    /** The time in nanoseconds since an arbitrary moment, so that only differences are meaningful. */
    long now();

    /**
     * Runs a task after a delay, on the timer's own thread, which may only hand work over to other threads. Does
     * nothing once the timer is closed.
     *
     * @param nanos the delay in nanoseconds
     */
    void after(long nanos, Runnable task);
}
