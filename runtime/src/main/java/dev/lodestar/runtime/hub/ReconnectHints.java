package dev.lodestar.runtime.hub;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells the browsers of a closing server when to reconnect: each at a random time, so that only a few hundred of them
 * reach the next server per second. Safe for use by any thread.
 *
 * @param spread the time over which browsers reconnect, in milliseconds
 */
record ReconnectHints(int spread) {
    /** The next server needs a moment to start. */
    private static final int MIN_DELAY_MILLIS = 500;

    private static final int MILLIS_PER_STREAM = 2;
    private static final int MIN_SPREAD_MILLIS = 500;
    private static final int MAX_SPREAD_MILLIS = 30_000;

    /** The hints for a number of streams. */
    static ReconnectHints of(int streams) {
        long wanted = (long) streams * MILLIS_PER_STREAM;
        return new ReconnectHints((int) Math.max(MIN_SPREAD_MILLIS, Math.min(wanted, MAX_SPREAD_MILLIS)));
    }

    /** The event that tells one browser when to reconnect. */
    byte[] event() {
        int millis = MIN_DELAY_MILLIS + ThreadLocalRandom.current().nextInt(spread);
        return ("retry: " + millis + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }
}
