package dev.lodestar.runtime.session;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The keys of ids that were just replaced by new ones. For a moment, pages still send the old cookie, because the
 * response with the new one is on its way. Safe for use by any thread.
 */
final class RetiredIds {
    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final LongSupplier nanos;

    /** When each was retired, oldest first. */
    private final LinkedHashMap<String, Long> retired = new LinkedHashMap<>();

    /** @param nanos a monotonic clock, such as {@link System#nanoTime} */
    RetiredIds(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void add(String key) {
        long now = nanos.getAsLong();
        Iterator<Map.Entry<String, Long>> oldest = retired.entrySet().iterator();
        while (oldest.hasNext() && (isOver(oldest.next().getValue(), now) || retired.size() >= MOST)) {
            oldest.remove();
        }
        retired.put(key, now);
    }

    synchronized boolean has(String key) {
        Long since = retired.get(key);
        return since != null && !isOver(since, nanos.getAsLong());
    }

    private static boolean isOver(long since, long now) {
        return now - since >= MOMENT.toNanos();
    }
}
