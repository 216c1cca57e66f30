package dev.lodestar.runtime.http;

import dev.lodestar.runtime.limit.Rate;

/** So many a second of what is used up. */
record RateShare(Rate rate, String refusal) implements Share {
    private static final long NANOS = 1_000_000_000L;

    @Override
    public long take(Object key) {
        return (rate.take(key) + NANOS - 1) / NANOS;
    }

    @Override
    public void giveBack(Object key) {
        rate.giveBack(key);
    }
}
