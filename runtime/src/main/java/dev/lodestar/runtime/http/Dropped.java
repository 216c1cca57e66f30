package dev.lodestar.runtime.http;

import java.nio.ByteBuffer;

/** Where bytes go that nobody looks at. */
final class Dropped {
    // Anybody may write over it. Outside of the heap, so that the kernel writes into it.
    private static final ByteBuffer BYTES = ByteBuffer.allocateDirect(64 << 10);

    private Dropped() {}

    /** Room for some. */
    static ByteBuffer room() {
        return BYTES.duplicate();
    }
}
