package dev.lodestar.runtime.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts the new connections that one thread takes, and says when it should serve the others first. Confined to that thread. */
final class AcceptTurn {
    /** So many are taken in a turn. */
    static final int MOST = 64;

    static final long TURN_MILLIS = 10;

    private final LongSupplier clock;
    private final Executor afterATurn;
    private final Runnable rest;
    private final Runnable goOn;
    private long began;
    private int taken;

    /**
     * None is taken yet.
     *
     * @param clock tells the time in nanoseconds
     * @param afterATurn does something on the thread in {@link #TURN_MILLIS}
     * @param rest called when no more should be accepted
     * @param goOn called when more may be, once for each rest
     */
    AcceptTurn(LongSupplier clock, Executor afterATurn, Runnable rest, Runnable goOn) {
        this.clock = clock;
        this.afterATurn = afterATurn;
        this.rest = rest;
        this.goOn = goOn;
        this.began = clock.getAsLong();
    }

    /** Counts one. */
    void taken() {
        long now = clock.getAsLong();
        if (taken < MOST && now - began > TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS)) {
            began = now;
            taken = 0;
        }
        taken++;
        if (taken == MOST) {
            rest.run();
            serveOthers();
        }
    }

    private void serveOthers() {
        int before = taken;
        try {
            afterATurn.execute(() -> served(before));
        } catch (RejectedExecutionException serverHasClosed) {
            // And accepts no more.
        }
    }

    // Those that were accepted already still come, and take the time of the others.
    private void served(int before) {
        if (taken > before) {
            serveOthers();
        } else {
            began = clock.getAsLong();
            taken = 0;
            goOn.run();
        }
    }
}
