package dev.lodestar.runtime.limit;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts something for each of many keys, up to a limit. A key with a count of 0 takes no memory. Safe for use by any
 * thread.
 */
public final class Counts {
    private final int limit;
    private final ConcurrentHashMap<Object, Integer> counts = new ConcurrentHashMap<>();

    /**
     * Creates counts of 0.
     *
     * @param limit the maximum for each key
     */
    public Counts(int limit) {
        this.limit = limit;
    }

    /** Adds one for a key. Returns false, and adds nothing, if the limit is reached. */
    public boolean enter(Object key) {
        boolean[] entered = {false};
        counts.compute(key, (same, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < limit;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Removes one that was added for a key. */
    public void leave(Object key) {
        counts.compute(key, (same, count) -> count == null || count == 1 ? null : count - 1);
    }

    /** The number of keys with a count above 0. */
    int keys() {
        return counts.size();
    }
}
