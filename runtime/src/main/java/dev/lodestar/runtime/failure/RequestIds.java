package dev.lodestar.runtime.failure;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids by which a line of the log can be found that belongs to what somebody was shown. They are short, so that they can
 * be read out, and tell requests apart, also those of different processes; they are no secret. The servers of a process
 * share a log, and so these. Safe for use by any thread.
 */
public final class RequestIds {
    private static final int RADIX = 36;
    private static final int PREFIXES = 36 * 36 * 36 * 36 * 36;
    private static final String PREFIX =
            Integer.toString(PREFIXES + new SecureRandom().nextInt(PREFIXES), RADIX)
                            .substring(1) + "-";
    private static final AtomicLong LAST = new AtomicLong();

    private RequestIds() {}

    /** An id that was not given before, such as {@code 8k2vq-1f}. */
    public static String next() {
        return PREFIX + Long.toString(LAST.incrementAndGet(), RADIX);
    }
}
