package dev.lodestar.runtime.http.post;

import dev.lodestar.runtime.limit.Rate;

/** Limits how many are taken per second. */
record RateAllowance(Rate rate, String refusal) implements Allowance {
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
