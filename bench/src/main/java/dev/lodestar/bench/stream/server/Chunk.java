package dev.lodestar.bench.stream.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A chunk of a chunked body (RFC 9112, 7.1). */
final class Chunk {
    /** The maximum overhead around the content, in bytes. */
    static final int AROUND = 12;

    private static final byte[] LINE_END = {'\r', '\n'};

    private Chunk() {}

    static byte[] head(int length) {
        return (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] end() {
        return LINE_END;
    }

    /** A chunk with this content, in direct memory. */
    static ByteBuffer of(byte[] content) {
        return ByteBuffer.allocateDirect(content.length + AROUND)
                .put(head(content.length))
                .put(content)
                .put(end())
                .flip();
    }
}
