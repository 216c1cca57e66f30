package dev.lodestar.bench.stream.client;

import java.io.IOException;

/** What arrived within an interval, whenever it is reported. Confined to one thread. */
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
        // An update that is shown again, by a keyframe, does not count.
        if (counts(now) && page.sequence() > before.sequence()) {
            events++;
            skipped += page.sequence() - before.sequence() - 1;
            latencies.add(now - page.published());
        }
    }

    private boolean counts(long time) {
        return time >= from && time < to;
    }

    /** The number of updates shown. */
    public long events() {
        return events;
    }

    /** The number of updates skipped because a later one was there. */
    public long skipped() {
        return skipped;
    }

    /** The number of bytes, including heads and framing. */
    public long bytes() {
        return bytes;
    }

    /** The times from updates to their arrival. */
    public Latencies latencies() {
        return latencies;
    }
}
