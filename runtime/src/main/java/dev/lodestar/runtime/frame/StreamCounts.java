package dev.lodestar.runtime.frame;

/** How many streams a feed has in each encoding. Not safe for use by several threads at once. */
public final class StreamCounts {
    private final FrameEncodings encodings;
    private final int[] counts;

    private StreamCounts(FrameEncodings encodings, int[] counts) {
        this.encodings = encodings;
        this.counts = counts;
    }

    /** No streams yet, in any of the given encodings. */
    public StreamCounts(FrameEncodings encodings) {
        this(encodings, new int[encodings.size()]);
    }

    /** Counts one stream more. */
    public void add(FrameEncoding encoding) {
        counts[encodings.indexOf(encoding)]++;
    }

    /** Counts one stream less. */
    public void remove(FrameEncoding encoding) {
        counts[encodings.indexOf(encoding)]--;
    }

    /** The number of streams in all encodings. */
    public int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** A copy, which does not change with this one. */
    public StreamCounts copy() {
        return new StreamCounts(encodings, counts.clone());
    }

    FrameEncodings encodings() {
        return encodings;
    }

    /** The number of streams in the encoding with an index. */
    int at(int index) {
        return counts[index];
    }
}
