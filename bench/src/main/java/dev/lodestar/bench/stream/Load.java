package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.quotes.QuotesPage;

/**
 * What a server has to do.
 *
 * @param streams how many are open
 * @param rate how many updates there are in a second
 * @param kilobytes how large the page is
 */
record Load(int streams, int rate, int kilobytes) {
    /** What every server can do, in events a second, but for those that compress for each stream. */
    private static final int WARM_UP_EVENTS = 50_000;

    /** How many events a second there are if none is left out. */
    double offered() {
        return (double) streams * rate;
    }

    /**
     * How many updates there are in a second while the server warms up: the compiler waits for a number of calls, however long
     * they take to come, and would be at work in the midst of a slow load.
     */
    int warmupRate() {
        return Math.max(rate, WARM_UP_EVENTS / streams);
    }

    /** How many rows such a page has. */
    int rows() {
        return QuotesPage.rowsFor(kilobytes << 10);
    }

    @Override
    public String toString() {
        return "%d streams, %d updates/s, %d KB, so %.0f events/s at most"
                .formatted(streams, rate, kilobytes, offered());
    }
}
