package dev.lodestar.bench.stream.server;

import java.nio.ByteBuffer;

/**
 * An event that all clients share.
 *
 * @param sequence the number of its update
 * @param bytes the event
 * @param chunk the same as an HTTP/1.1 chunk, in direct memory
 */
record SharedEvent(long sequence, byte[] bytes, ByteBuffer chunk) {
    SharedEvent(long sequence, byte[] bytes) {
        this(sequence, bytes, Chunk.of(bytes));
    }
}
