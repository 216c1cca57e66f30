package dev.lodestar.runtime.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;

/** The buffers between the kernel and Undertow. */
final class Buffers {
    /** So many are kept; the pool takes a negative number for none. What is needed beyond is left to the garbage collector. */
    private static final int MOST = 256;

    private Buffers() {}

    /** A pool of buffers outside of the heap. */
    static ByteBufferPool pool(int bytes) {
        // None is kept for a thread: virtual ones run one action, and would take theirs with them.
        return new DefaultByteBufferPool(true, bytes, MOST, 0);
    }
}
