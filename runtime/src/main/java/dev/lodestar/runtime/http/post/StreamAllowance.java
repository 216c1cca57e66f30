package dev.lodestar.runtime.http.post;

import dev.lodestar.runtime.limit.Counts;

/** Limits open streams. */
record StreamAllowance(Counts streams, String refusal) implements Allowance {
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public long take(Object key) {
        return streams.enter(key) ? 0 : RETRY_AFTER_SECONDS;
    }

    @Override
    public void giveBack(Object key) {
        streams.leave(key);
    }
}
