package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.quotes.QuotesPage;

/**
 * The work that a server has to do.
 *
 * @param streams the number of open streams
 * @param rate updates per second
 * @param kilobytes the size of the page
 */
record Load(int streams, int rate, int kilobytes) {
    /** What every server can do, in events per second, except for those that compress for each stream. */
    private static final int WARM_UP_EVENTS = 50_000;

    /** Events per second if none is skipped. */
    double offered() {
        return (double) streams * rate;
    }

    /**
     * Updates per second during warm-up: the JIT compiler waits for a number of calls, however long they take, and
     * would otherwise be at work in the middle of a slow load.
     */
    int warmupRate() {
        return Math.max(rate, WARM_UP_EVENTS / streams);
    }

    /** The number of rows in such a page. */
    int rows() {
        return QuotesPage.rowsFor(kilobytes << 10);
    }

    @Override
    public String toString() {
        return "%d streams, %d updates/s, %d KB, so %.0f events/s at most"
                .formatted(streams, rate, kilobytes, offered());
    }
}
