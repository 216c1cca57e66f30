package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.frame.Chunk;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Buffers over shared bytes that the streams of one thread use one after another, so that a frame for thousands of
 * streams costs only a few buffers. A stream that cannot write all of a buffer at once continues with a duplicate of
 * its own. Confined to its thread.
 */
final class SharedBuffers {
    /** A frame has several forms in each encoding, with and without chunk framing, but few of them occur together. */
    private static final int KEPT = 4;

    private final @Nullable Chunk[] chunks = new Chunk[KEPT];
    private final boolean[] framings = new boolean[KEPT];
    private final ByteBuffer[] buffers = new ByteBuffer[KEPT];
    private final long now;
    private int next;

    /**
     * Starts without any buffer.
     *
     * @param now the time at which the buffers are used, which is read once for all streams
     */
    SharedBuffers(long now) {
        this.now = now;
    }

    /** The time at which the buffers are used. */
    long now() {
        return now;
    }

    /** A buffer over all bytes of a chunk, to be used until the next call. */
    ByteBuffer of(Chunk chunk, boolean chunked) {
        for (int i = 0; i < KEPT; i++) {
            if (chunks[i] == chunk && framings[i] == chunked) {
                return buffers[i].rewind();
            }
        }
        int at = next++ % KEPT;
        chunks[at] = chunk;
        framings[at] = chunked;
        buffers[at] = chunk.view(chunked);
        return buffers[at];
    }
}
