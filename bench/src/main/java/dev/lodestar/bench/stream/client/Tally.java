package dev.lodestar.bench.stream.client;

import java.io.IOException;

/** What came between two times, whenever it is told of. Confined to one thread. */
public final class Tally {
    private final Latencies latencies = new Latencies();
    private long from = Long.MAX_VALUE;
    private long to = Long.MAX_VALUE;
    private long events;
    private long skipped;
    private long bytes;

    void start(long now) {
        from = now;
    }

    void stop(long now) {
        to = now;
    }

    void read(int count, long now) {
        if (counts(now)) {
            bytes += count;
        }
    }

    void arrived(Page before, Page page, long now) throws IOException {
        if (page.sequence() < before.sequence()) {
            throw new IOException("A stream shows update " + page.sequence() + " after " + before.sequence() + ".");
        }
        // An update that is shown again, by a keyframe, is no news.
        if (counts(now) && page.sequence() > before.sequence()) {
            events++;
            skipped += page.sequence() - before.sequence() - 1;
            latencies.add(now - page.published());
        }
    }

    private boolean counts(long time) {
        return time >= from && time < to;
    }

    /** How many updates were shown. */
    public long events() {
        return events;
    }

    /** How many updates were left out because a later one was there. */
    public long skipped() {
        return skipped;
    }

    /** How many bytes came, heads and framing with them. */
    public long bytes() {
        return bytes;
    }

    /** The times from an update to its arrival. */
    public Latencies latencies() {
        return latencies;
    }
}
