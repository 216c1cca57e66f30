package dev.lodestar.runtime.connection;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;

/** The buffers between the kernel and Undertow. */
final class Buffers {
    /**
     * How many buffers are kept for reuse; for the pool, a negative number means none. The others are
     * garbage-collected.
     */
    private static final int MAX_POOLED = 256;

    private Buffers() {}

    /** A pool of buffers outside the heap. */
    static ByteBufferPool pool(int bytes) {
        // No buffers per thread: a virtual thread runs one action, and would take its buffers with it.
        return new DefaultByteBufferPool(true, bytes, MAX_POOLED, 0);
    }
}
