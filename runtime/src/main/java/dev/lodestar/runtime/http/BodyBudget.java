package dev.lodestar.runtime.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the bodies of all requests may take together. Safe for use by any thread. */
final class BodyBudget {
    private final long limit;
    private final AtomicLong reserved = new AtomicLong();

    /** @param limit so many bytes */
    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** Reserves so many bytes; or returns false if there are not as many left, and reserves none. */
    boolean reserve(int bytes) {
        long before = reserved.get();
        while (before + bytes <= limit) {
            if (reserved.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = reserved.get();
        }
        return false;
    }

    /** Gives back so many of the bytes that were reserved. */
    void release(int bytes) {
        reserved.addAndGet(-bytes);
    }
}
