package dev.lodestar.runtime.http;

import dev.lodestar.runtime.limit.Counts;

/** So many open streams. */
record StreamShare(Counts streams, String refusal) implements Share {
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
