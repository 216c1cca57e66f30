package dev.lodestar.runtime.http.post;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A request's body as it arrives, in reserved memory. For use by one thread at a time.
 */
final class Body {
    private static final byte[] NOTHING = {};

    private final BodyBudget budget;
    private final Object client;
    private final int max;
    private byte[] bytes = NOTHING;
    private int size;
    private long contents;

    /**
     * Creates an empty body, which takes no memory yet.
     *
     * @param client whose share of the memory is charged
     * @param max the announced size in bytes, or the maximum if none was announced
     */
    Body(BodyBudget budget, Object client, int max) {
        this.budget = budget;
        this.client = client;
        this.max = max;
    }

    /** Appends what has arrived. Returns false if there is no memory left for it. */
    boolean add(ByteBuffer arrived) {
        int length = arrived.remaining();
        if (size + length > bytes.length && !resize(larger(size + length))) {
            return false;
        }
        arrived.get(bytes, size, length);
        size += length;
        return true;
    }

    // Doubles, up to the announced size: at most twice what has arrived, and no copy of a body that arrives at once.
    // A list of pieces would need as much memory again to be joined.
    private int larger(int needed) {
        return (int) Math.max(needed, Math.min(2L * bytes.length, max));
    }

    private boolean resize(int capacity) {
        int before = bytes.length;
        // Both arrays exist while one is copied to the other.
        if (!budget.reserve(client, capacity)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, capacity);
        budget.release(client, before);
        return true;
    }

    /** Called when all has arrived. Returns false if there is no memory left to trim the array to its content. */
    boolean complete() {
        return size == bytes.length || resize(size);
    }

    /** Reserves memory also for what the body becomes when it is parsed. Returns false if there is not enough left. */
    boolean reserveContents(long bytes) {
        boolean reserved = bytes == 0 || budget.reserve(client, bytes);
        contents += reserved ? bytes : 0;
        return reserved;
    }

    int size() {
        return size;
    }

    /** The content of a complete body. */
    byte[] bytes() {
        return bytes;
    }

    /** Releases the memory, if that was not done before. Nobody may use the bytes any longer. */
    void release() {
        budget.release(client, bytes.length + contents);
        bytes = NOTHING;
        contents = 0;
    }
}
