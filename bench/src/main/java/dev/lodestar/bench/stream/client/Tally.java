package dev.lodestar.bench.stream.client;

import java.io.IOException;

/** What came in while it counts. Confined to one thread. */
public final class Tally {
    private final Latencies latencies = new Latencies();
    private boolean counting;
    private long events;
    private long skipped;
    private long bytes;

    void start() {
        counting = true;
    }

    void stop() {
        counting = false;
    }

    void read(int count) {
        if (counting) {
            bytes += count;
        }
    }

    void arrived(Page before, Page page, long now) throws IOException {
        if (page.sequence() < before.sequence()) {
            throw new IOException("A stream shows update " + page.sequence() + " after " + before.sequence() + ".");
        }
        // An update that is shown again, by a keyframe, is no news.
        if (counting && page.sequence() > before.sequence()) {
            events++;
            skipped += page.sequence() - before.sequence() - 1;
            latencies.add(now - page.published());
        }
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
