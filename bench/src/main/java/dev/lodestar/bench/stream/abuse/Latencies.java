package dev.lodestar.bench.stream.abuse;

import java.util.Arrays;

/** Durations in nanoseconds. For one thread. */
final class Latencies {
    private long[] nanos = new long[1_000];
    private int size;

    /** Adds those that a guest has reported. */
    void add(String told) {
        for (String time : told.trim().split(" ")) {
            add(Long.parseLong(time));
        }
    }

    private void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    /** The time that a given share of them does not exceed, in milliseconds. */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.ceil(share * size) - 1)] / 1e6;
    }
}
