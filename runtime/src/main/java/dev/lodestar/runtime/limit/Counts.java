package dev.lodestar.runtime.limit;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How many there are of something for each of many keys, up to a limit. A key of which there are none takes no memory. Safe
 * for use by any thread.
 */
public final class Counts {
    private final int limit;
    private final ConcurrentHashMap<Object, Integer> counts = new ConcurrentHashMap<>();

    /**
     * Makes counts that are all 0.
     *
     * @param limit the most for each key
     */
    public Counts(int limit) {
        this.limit = limit;
    }

    /** Counts one more, and returns true; or returns false if there are as many as there may be. */
    public boolean enter(Object key) {
        boolean[] entered = {false};
        counts.compute(key, (same, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < limit;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Counts one less of those that entered. */
    public void leave(Object key) {
        counts.compute(key, (same, count) -> count == null || count == 1 ? null : count - 1);
    }

    /** How many keys there are of which there is something. */
    int keys() {
        return counts.size();
    }
}
