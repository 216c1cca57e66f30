package dev.lodestar.runtime.connection.refusal;

import java.nio.ByteBuffer;

/** Where bytes go that nobody looks at. */
public final class DiscardBuffer {
    // Shared by all threads, since its content does not matter. Outside the heap, so that the kernel writes into it
    // directly.
    private static final ByteBuffer BYTES = ByteBuffer.allocateDirect(64 << 10);

    private DiscardBuffer() {}

    /** An empty buffer to read into. */
    public static ByteBuffer get() {
        return BYTES.duplicate();
    }
}
