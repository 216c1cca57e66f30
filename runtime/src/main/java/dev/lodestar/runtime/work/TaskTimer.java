package dev.lodestar.runtime.work;

/** Time, and tasks that are due later. Safe for use by any thread. */
public interface TaskTimer {
    /** The time in nanoseconds, from a point that only differences have a meaning for. */
    long now();

    /**
     * Runs a task later, on the timer's own thread: it must do no more than hand work on. After the timer was closed,
     * does nothing.
     *
     * @param nanos the time to wait, in nanoseconds
     */
    void after(long nanos, Runnable task);
}
