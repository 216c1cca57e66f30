package dev.lodestar.runtime.http2;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many frames a connection may send that bring nothing: PING, SETTINGS, PRIORITY, WINDOW_UPDATE, empty DATA and so
 * on. A few come with the time, for clients that look after an idle connection. The others are earned by what such
 * frames are for: each request and each part of an answer earns some. So a client may send two WINDOW_UPDATE frames for
 * each DATA frame that it gets, for as long as the server sends, and cannot keep the server busy with anything else.
 * Safe for use by any thread.
 */
public final class FrameBudget {
    /** Clients begin with ten or so. */
    static final int AT_FIRST = 100;

    /** What a client may save up, such as one that is held up while frames pile up in front of it. */
    static final int MOST = 10_000;

    static final int PER_SECOND = 20;
    static final int PER_REQUEST = 8;
    static final int PER_ANSWER = 4;

    private static final long NANOS_OF_ONE = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    private final LongSupplier clock;
    private long counted;
    private int left = AT_FIRST;
    private int newest;

    /** @param clock tells the time in nanoseconds */
    public FrameBudget(LongSupplier clock) {
        this.clock = clock;
        this.counted = clock.getAsLong();
    }

    /** Says that a frame of an answer is sent, with headers or data. */
    public synchronized void answered() {
        earn(PER_ANSWER);
    }

    /** Takes what a frame costs; false if that is more than there is. */
    synchronized boolean allows(Frame frame) {
        if (frame.isHeaders() && frame.stream() > newest) {
            newest = frame.stream();
            earn(PER_REQUEST);
        }
        long came = (clock.getAsLong() - counted) / NANOS_OF_ONE;
        counted += came * NANOS_OF_ONE;
        earn((int) Math.min(came, MOST));
        left -= frame.cost();
        return left >= 0;
    }

    private void earn(int more) {
        left = Math.min(MOST, left + more);
    }
}
