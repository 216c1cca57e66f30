package dev.lodestar.runtime.hub;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Views of shared bytes that the streams of one thread use one after the other, so that a frame for thousands of them
 * costs a few buffers. A stream that does not get all of a view written takes one of its own. Confined to its thread.
 */
final class Views {
    /** A frame has three forms, and each two framings; few of these occur together. */
    private static final int KEPT = 4;

    private final @Nullable Chunk[] chunks = new Chunk[KEPT];
    private final boolean[] framings = new boolean[KEPT];
    private final ByteBuffer[] views = new ByteBuffer[KEPT];
    private final long now;
    private int next;

    /**
     * Makes none yet.
     *
     * @param now when they are used, which is asked once for all streams
     */
    Views(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    /** A view of all of a chunk's bytes, until the next call. */
    ByteBuffer of(Chunk chunk, boolean chunked) {
        for (int i = 0; i < KEPT; i++) {
            if (chunks[i] == chunk && framings[i] == chunked) {
                return views[i].rewind();
            }
        }
        int at = next++ % KEPT;
        chunks[at] = chunk;
        framings[at] = chunked;
        views[at] = chunk.view(chunked);
        return views[at];
    }
}
