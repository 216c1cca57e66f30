package dev.lodestar.runtime.hub;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When the browsers of a server that closes are to come back: each at a moment of its own, so that no more than some hundred a
 * second reach the next server. Safe for use by any thread.
 *
 * @param spread over how many milliseconds they come
 */
record ReconnectHints(int spread) {
    /** The next server needs a moment to start. */
    private static final int EARLIEST_MILLIS = 500;

    private static final int MILLIS_FOR_EACH = 2;
    private static final int LEAST_MILLIS = 500;
    private static final int MOST_MILLIS = 30_000;

    /** For so many streams. */
    static ReconnectHints of(int streams) {
        long wanted = (long) streams * MILLIS_FOR_EACH;
        return new ReconnectHints((int) Math.max(LEAST_MILLIS, Math.min(wanted, MOST_MILLIS)));
    }

    /** The event that tells one of them. */
    byte[] event() {
        int millis = EARLIEST_MILLIS + ThreadLocalRandom.current().nextInt(spread);
        return ("retry: " + millis + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }
}
