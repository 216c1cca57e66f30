package dev.lodestar.runtime.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that are written to many streams. They are already framed as a chunk of HTTP/1.1's transfer coding (RFC 9112,
 * 7.1), so that each stream costs one write of one shared buffer. Streams without that coding are sent the bytes inside
 * the chunk. Immutable.
 */
public final class Chunk {
    /** From this number of streams on, one copy out of the heap is cheaper than one copy for each write. */
    private static final int MANY = 16;

    private static final byte[] LINE_BREAK = {'\r', '\n'};
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
            into.put(LINE_BREAK);
        }
        into.put(tail).flip();
        this.framed = into.asReadOnlyBuffer();
        this.bare = framed.slice(start, end - start);
    }

    /** A chunk on the heap of at least one byte. */
    static Chunk of(byte[]... parts) {
        return new Chunk(ByteBuffer.allocate(capacity(parts)), new byte[0], parts);
    }

    /**
     * A chunk of at least one byte for a number of streams. For many streams it is outside of the heap, from where
     * sockets take bytes without a copy. Such memory is expensive to allocate, and freed only when the garbage
     * collector finds it.
     */
    static Chunk sharedBy(int streams, byte[] bytes) {
        return streams < MANY ? of(bytes) : new Chunk(ByteBuffer.allocateDirect(capacity(bytes)), new byte[0], bytes);
    }

    /** The end of a stream: any number of bytes, and the last chunk. */
    static Chunk last(byte[]... parts) {
        return new Chunk(ByteBuffer.allocate(capacity(parts)), LAST, parts);
    }

    /**
     * Returns a buffer over the shared bytes, with a position of its own.
     *
     * @param chunked whether to include the framing of the transfer coding
     */
    public ByteBuffer view(boolean chunked) {
        return (chunked ? framed : bare).duplicate();
    }

    private static byte[] head(int length) {
        return (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static int capacity(byte[]... parts) {
        int capacity = Integer.BYTES * 2 + 2 * LINE_BREAK.length + LAST.length;
        for (byte[] part : parts) {
            capacity += part.length;
        }
        return capacity;
    }
}
