package dev.lodestar.runtime.signal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all regular expressions on the texts of one request may cost together, beyond what well-made ones need. Safe for
 * use by any thread.
 */
final class Steps {
    /** Takes a few milliseconds. */
    static final long MOST = 1_000_000;

    private final AtomicLong left = new AtomicLong(MOST);

    long left() {
        return left.get();
    }

    /** Takes some steps, even more than are left if several threads read the request. */
    void take(long steps) {
        left.addAndGet(-steps);
    }
}
