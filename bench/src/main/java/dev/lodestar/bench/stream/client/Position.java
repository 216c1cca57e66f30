package dev.lodestar.bench.stream.client;

/**
 * Where in the body of a response a stream is, between two events.
 *
 * @param chunked whether the body is chunked; if not, it ends with the connection
 * @param gzip whether it is compressed
 * @param begun whether the head of the gzip stream has been read
 * @param left the remaining bytes of the chunk; 0 if its end comes next, {@link #NO_CHUNK} before the first
 */
record Position(boolean chunked, boolean gzip, boolean begun, int left) {
    static final int NO_CHUNK = -1;

    static Position start(boolean chunked, boolean gzip) {
        return new Position(chunked, gzip, false, NO_CHUNK);
    }

    Position after(int leftOfChunk) {
        return new Position(chunked, gzip, true, leftOfChunk);
    }
}
