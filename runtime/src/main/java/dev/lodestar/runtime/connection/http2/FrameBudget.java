package dev.lodestar.runtime.connection.http2;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits the frames that carry no data: PING, SETTINGS, PRIORITY, WINDOW_UPDATE, empty DATA and so on. A connection
 * earns a few with time, for clients that keep an idle connection alive. It earns more with what such frames are for:
 * each request and each part of an answer. So a client may send two WINDOW_UPDATE frames for each DATA frame that it
 * gets, for as long as the server sends, and cannot keep the server busy with anything else. Safe for use by any
 * thread.
 */
final class FrameBudget {
    /** Clients begin with about ten frames. */
    static final int INITIAL = 100;

    /** How much a client may save up, as one does while its frames are held up on the way. */
    static final int MAX = 10_000;

    static final int PER_SECOND = 20;
    static final int PER_REQUEST = 8;
    static final int PER_ANSWER = 4;

    private static final long NANOS_PER_FRAME = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    private final LongSupplier clock;
    private long counted;
    private int left = INITIAL;
    private int newest;

    /** @param clock the time in nanoseconds */
    FrameBudget(LongSupplier clock) {
        this.clock = clock;
        this.counted = clock.getAsLong();
    }

    /** Earns for a frame of an answer, with headers or data. */
    synchronized void answered() {
        earn(PER_ANSWER);
    }

    /** Charges for a frame, and returns whether the budget allows it. */
    synchronized boolean allows(Frame frame) {
        if (frame.isHeaders() && frame.stream() > newest) {
            newest = frame.stream();
            earn(PER_REQUEST);
        }
        long earned = (clock.getAsLong() - counted) / NANOS_PER_FRAME;
        counted += earned * NANOS_PER_FRAME;
        earn((int) Math.min(earned, MAX));
        left -= frame.cost();
        return left >= 0;
    }

    private void earn(int more) {
        left = Math.min(MAX, left + more);
    }
}
