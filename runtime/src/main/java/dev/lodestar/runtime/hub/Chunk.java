package dev.lodestar.runtime.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that many streams are sent. They stand in a chunk of HTTP/1.1's transfer coding (RFC 9112, 7.1) that was put
 * around them once, so that a stream costs one write of one shared buffer; a stream without that coding is sent what is
 * within. Immutable.
 */
final class Chunk {
    /** From so many streams on, one copy out of the heap costs less than one for each write. */
    private static final int CROWD = 16;

    private static final byte[] BREAK = {'\r', '\n'};
    private static final byte[] LAST = {'0', '\r', '\n', '\r', '\n'};

    private final ByteBuffer framed;
    private final ByteBuffer bare;

    private Chunk(ByteBuffer into, byte[] tail, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        if (length > 0) {
            into.put(head(length));
        }
        int start = into.position();
        for (byte[] part : parts) {
            into.put(part);
        }
        int end = into.position();
        if (length > 0) {
            into.put(BREAK);
        }
        into.put(tail).flip();
        this.framed = into.asReadOnlyBuffer();
        this.bare = framed.slice(start, end - start);
    }

    /** A chunk of bytes on the heap, of which there is at least one. */
    static Chunk of(byte[]... parts) {
        return new Chunk(ByteBuffer.allocate(capacity(parts)), new byte[0], parts);
    }

    /**
     * A chunk of bytes, of which there is at least one, for so many streams. For a crowd it is outside of the heap, where
     * sockets take it from uncopied; such memory is dear to get, and freed only when the collector comes upon it.
     */
    static Chunk sharedBy(int streams, byte[] bytes) {
        return streams < CROWD ? of(bytes) : new Chunk(ByteBuffer.allocateDirect(capacity(bytes)), new byte[0], bytes);
    }

    /** The end of a stream: bytes, perhaps none, and the last chunk. */
    static Chunk last(byte[]... parts) {
        return new Chunk(ByteBuffer.allocate(capacity(parts)), LAST, parts);
    }

    /**
     * A view of the bytes with a position of the caller's own.
     *
     * @param chunked whether in their chunk
     */
    ByteBuffer view(boolean chunked) {
        return (chunked ? framed : bare).duplicate();
    }

    private static byte[] head(int length) {
        return (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static int capacity(byte[]... parts) {
        int capacity = Integer.BYTES * 2 + 2 * BREAK.length + LAST.length;
        for (byte[] part : parts) {
            capacity += part.length;
        }
        return capacity;
    }
}
