package dev.lodestar.runtime.work;

import java.time.Duration;

/** Counts the requests that are being answered, so that a server that closes can wait for them. Safe for use by any thread. */
public final class Underway {
    private int count;
    private boolean leaving;
    private boolean draining;

    /** Notes that an answer begins. */
    public synchronized void begin() {
        count++;
    }

    /** Notes that an answer ended, whichever way. */
    public synchronized void end() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Tells whether the server closes, so that nothing new should begin. */
    public synchronized boolean draining() {
        return draining;
    }

    /** Tells whether the server is to close soon, so that clients should go elsewhere. */
    public synchronized boolean leaving() {
        return leaving;
    }

    /** Says that the server is to close soon. */
    public synchronized void leave() {
        leaving = true;
    }

    /** Says that the server closes. */
    public synchronized void drain() {
        draining = true;
    }

    /**
     * Waits until nothing is under way.
     *
     * @param longest the time after which to give up
     * @return whether everything has ended
     */
    public synchronized boolean awaitNone(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
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
