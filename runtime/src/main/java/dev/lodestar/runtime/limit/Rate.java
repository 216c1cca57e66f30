package dev.lodestar.runtime.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often something may happen for each of many keys: a token bucket per key. A bucket is stored as the time
 * when it will be full again, one number (the "virtual scheduling" of ITU-T I.371, known as GCRA); a full bucket is
 * not stored at all. Safe for use by any thread.
 */
public final class Rate {
    private static final int SMALL = 1_000;

    private final long interval;
    private final long capacity;
    private final LongSupplier clock;
    private final ConcurrentHashMap<Object, Long> full = new ConcurrentHashMap<>();
    private volatile int crowded = SMALL;

    /**
     * Creates full buckets.
     *
     * @param perSecond how many tokens a bucket gains per second
     * @param burst how many tokens a bucket holds
     * @param clock the time in nanoseconds
     */
    public Rate(int perSecond, int burst, LongSupplier clock) {
        this(Duration.ofSeconds(1).dividedBy(perSecond), burst, clock);
    }

    /**
     * Creates full buckets.
     *
     * @param interval the time in which a bucket gains a token
     * @param burst how many tokens a bucket holds
     * @param clock the time in nanoseconds
     */
    public Rate(Duration interval, int burst, LongSupplier clock) {
        this.interval = interval.toNanos();
        this.capacity = this.interval * burst;
        this.clock = clock;
    }

    /**
     * Takes a token, if there is one.
     *
     * @return 0 if there was one, else the nanoseconds until there will be one
     */
    public long take(Object key) {
        while (true) {
            long now = clock.getAsLong();
            Long then = full.get(key);
            long next = (then == null || then < now ? now : then) + interval;
            long wait = next - now - capacity;
            if (wait > 0) {
                return wait;
            }
            if (replaced(key, then, next)) {
                if (full.size() > crowded) {
                    removeFull(now);
                }
                return 0;
            }
        }
    }

    // Rather than compute(), which would allocate more per call than the one number that is stored.
    private boolean replaced(Object key, @Nullable Long then, long next) {
        return then == null ? full.putIfAbsent(key, next) == null : full.replace(key, then, next);
    }

    /**
     * Takes a token even if the bucket is empty, for something that has already happened. An empty bucket goes into
     * debt, and takes longer to fill.
     *
     * @param longest the maximum time until the next token, in nanoseconds
     */
    public void charge(Object key, long longest) {
        long now = clock.getAsLong();
        full.merge(
                key,
                now + interval,
                (then, next) -> Math.min(Math.max(then, now) + interval, now + capacity + longest));
        if (full.size() > crowded) {
            removeFull(now);
        }
    }

    /** The nanoseconds until there is a token; 0 if there is one. */
    public long untilNext(Object key) {
        long now = clock.getAsLong();
        Long then = full.get(key);
        return then == null ? 0 : Math.max(0, then + interval - now - capacity);
    }

    /** Returns a token that was just taken. */
    public void giveBack(Object key) {
        full.computeIfPresent(key, (same, then) -> then - interval);
    }

    // Rarely: not before there are twice as many buckets as were left the last time.
    private void removeFull(long now) {
        crowded = Integer.MAX_VALUE;
        full.values().removeIf(then -> then <= now);
        crowded = Math.max(SMALL, 2 * full.size());
    }

    /** The number of stored buckets. */
    int stored() {
        return full.size();
    }
}
