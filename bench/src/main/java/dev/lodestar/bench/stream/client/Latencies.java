package dev.lodestar.bench.stream.client;

/** A histogram of durations, with buckets less than 1% wide, and therefore of fixed size. */
public final class Latencies {
    /** Each power of two has this many bits' worth of buckets. */
    private static final int BITS = 7;

    private final long[] counts = new long[Long.SIZE << BITS];
    private long total;

    void add(long nanos) {
        counts[index(Math.max(0, nanos))]++;
        total++;
    }

    /**
     * The duration that a share of them does not exceed.
     *
     * @param share 0 to 1
     * @return nanoseconds; 0 if there are none
     */
    public long percentile(double share) {
        long rank = (long) Math.ceil(share * total);
        long seen = 0;
        for (int i = 0; i < counts.length && rank > 0; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return value(i);
            }
        }
        return 0;
    }

    private static int index(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1);
        return (shift << BITS) + (int) (nanos >>> shift);
    }

    private static long value(int index) {
        int shift = Math.max(0, (index >> BITS) - 1);
        return (long) (index - (shift << BITS)) << shift;
    }
}
