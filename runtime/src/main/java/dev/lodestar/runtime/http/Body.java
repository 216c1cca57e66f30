package dev.lodestar.runtime.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What has arrived of a request's body, and what is read from it, in memory that is reserved. For one thread at a time.
 */
final class Body {
    private static final byte[] NOTHING = {};

    private final BodyBudget budget;
    private final Object client;
    private final int most;
    private byte[] bytes = NOTHING;
    private int size;
    private long contents;

    /**
     * Makes a body of which nothing has arrived, and which takes no memory yet.
     *
     * @param client whose memory it takes
     * @param most how many bytes there will be, or may be
     */
    Body(BodyBudget budget, Object client, int most) {
        this.budget = budget;
        this.client = client;
        this.most = most;
    }

    /** Takes in what arrived; or returns false if there is no memory left for it. */
    boolean add(ByteBuffer arrived) {
        int length = arrived.remaining();
        if (size + length > bytes.length && !resize(larger(size + length))) {
            return false;
        }
        arrived.get(bytes, size, length);
        size += length;
        return true;
    }

    // Twice as much each time, but no more than announced: at most twice what has arrived, no copy of a body that comes
    // at once, and none at the end, where a list of pieces would need as much again to be joined.
    private int larger(int needed) {
        return (int) Math.max(needed, Math.min(2L * bytes.length, most));
    }

    private boolean resize(int capacity) {
        int before = bytes.length;
        // Both are there while one is copied to the other.
        if (!budget.reserve(client, capacity)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        budget.release(client, before);
        return true;
    }

    /** Says that all has arrived; returns false if there is no memory left for a body that is as large as its content. */
    boolean complete() {
        return size == bytes.length || resize(size);
    }

    /** Charges also for what the body becomes when it is parsed; false if that is more memory than is left. */
    boolean reserveContents(long bytes) {
        boolean reserved = bytes == 0 || budget.reserve(client, bytes);
        contents += reserved ? bytes : 0;
        return reserved;
    }

    int size() {
        return size;
    }

    /** The content of a body that is complete. */
    byte[] bytes() {
        return bytes;
    }

    /** Gives its memory back, if that was not done before. Nobody may hold its bytes any longer. */
    void release() {
        budget.release(client, bytes.length + contents);
        bytes = NOTHING;
        contents = 0;
    }
}
