package dev.lodestar.runtime.signal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all regular expressions may cost that are matched against the texts of one request, beyond what well-made ones
 * take. Safe for use by any thread.
 */
final class Steps {
    /** Some milliseconds. */
    static final long MOST = 1_000_000;

    private final AtomicLong left = new AtomicLong(MOST);

    long left() {
        return left.get();
    }

    /** Takes some, even more than are left if several threads read the request. */
    void take(long steps) {
        left.addAndGet(-steps);
    }
}
