package dev.lodestar.runtime.work;

import java.time.Duration;

/** Counts the requests in progress, so that a closing server can wait for them. Safe for use by any thread. */
public final class Underway {
    private int count;
    private boolean leaving;
    private boolean draining;

    /** Records that a request has begun. */
    public synchronized void begin() {
        count++;
    }

    /** Records that a request has ended, for whatever reason. */
    public synchronized void end() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Whether the server is closing, so that nothing new may begin. */
    public synchronized boolean draining() {
        return draining;
    }

    /** Whether the server will close soon, so that clients should go to another one. */
    public synchronized boolean leaving() {
        return leaving;
    }

    /** Says that the server will close soon. */
    public synchronized void leave() {
        leaving = true;
    }

    /** Says that the server is closing. */
    public synchronized void drain() {
        draining = true;
    }

    /**
     * Waits until no request is in progress.
     *
     * @param timeout the maximum time to wait
     * @return whether all requests have ended
     */
    public synchronized boolean awaitNone(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (count > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
