package dev.lodestar.bench.stream.client;

/** A histogram of times with classes that are less than 1% wide, and therefore of a fixed size. */
public final class Latencies {
    /** Each power of two has so many classes. */
    private static final int BITS = 7;

    private final long[] counts = new long[Long.SIZE << BITS];
    private long total;

    void add(long nanos) {
        counts[index(Math.max(0, nanos))]++;
        total++;
    }

    /**
     * The time that a share of all did not exceed.
     *
     * @param share from 0 to 1
     * @return the time in nanoseconds; 0 if there is none at all
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
