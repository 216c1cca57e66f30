package dev.lodestar.runtime.failure;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that connect what somebody was shown with a line of the log. They are short enough to be read out, and unique
 * across requests and processes; they are not secret. The servers of a process share a log, and therefore these ids.
 * Safe for use by any thread.
 */
public final class RequestIds {
    private static final int RADIX = 36;
    private static final int PREFIXES = 36 * 36 * 36 * 36 * 36;
    private static final String PREFIX =
            Integer.toString(PREFIXES + new SecureRandom().nextInt(PREFIXES), RADIX)
                            .substring(1) + "-";
    private static final AtomicLong LAST = new AtomicLong();

    private RequestIds() {}

    /** A new id, such as {@code 8k2vq-1f}. */
    public static String next() {
        return PREFIX + Long.toString(LAST.incrementAndGet(), RADIX);
    }
}
