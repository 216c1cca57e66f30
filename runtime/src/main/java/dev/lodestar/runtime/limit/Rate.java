package dev.lodestar.runtime.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often something may happen for each of many keys: a token bucket. Kept is the time at which the bucket will be full
 * again, one number for each key (the "virtual scheduling" of ITU-T I.371, known as GCRA); a full bucket is not kept at all.
 * Safe for use by any thread.
 */
public final class Rate {
    private static final int SMALL = 1_000;

    private final long interval;
    private final long capacity;
    private final LongSupplier clock;
    private final ConcurrentHashMap<String, Long> full = new ConcurrentHashMap<>();
    private volatile int crowded = SMALL;

    /**
     * Makes full buckets.
     *
     * @param perSecond how many tokens come into a bucket in a second
     * @param burst how many it holds
     * @param clock tells the time in nanoseconds
     */
    public Rate(int perSecond, int burst, LongSupplier clock) {
        this.interval = 1_000_000_000L / perSecond;
        this.capacity = interval * burst;
        this.clock = clock;
    }

    /**
     * Takes a token, if there is one.
     *
     * @return 0 if there was one, else the time in nanoseconds until there will be
     */
    public long take(String key) {
        long now = clock.getAsLong();
        long[] wait = {0};
        full.compute(key, (same, then) -> {
            long from = then == null || then < now ? now : then;
            wait[0] = Math.max(0, from + interval - now - capacity);
            return wait[0] > 0 ? from : from + interval;
        });
        if (full.size() > crowded) {
            dropFull(now);
        }
        return wait[0];
    }

    // Seldom: not before there are twice as many as were left the last time.
    private void dropFull(long now) {
        crowded = Integer.MAX_VALUE;
        full.values().removeIf(then -> then <= now);
        crowded = Math.max(SMALL, 2 * full.size());
    }

    /** How many buckets are kept. */
    int kept() {
        return full.size();
    }
}
