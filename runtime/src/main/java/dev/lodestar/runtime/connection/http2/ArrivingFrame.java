package dev.lodestar.runtime.connection.http2;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The frame that is arriving; at first, the preface of HTTP/2 (RFC 9113, 3.4). */
final class ArrivingFrame {
    private static final int PREFACE = 24;
    private static final int HEAD = 9;

    private final byte[] start = new byte[HEAD + 4];
    private int preface = PREFACE;
    private int arrived;
    private int length;

    /** The number of bytes that are certain to belong to the frame, 1 or more. */
    int missing() {
        return preface > 0 ? preface : arrived < HEAD ? HEAD - arrived : HEAD + length - arrived;
    }

    /** Whether a part of the frame has arrived, but not all of it. */
    boolean isPartial() {
        return arrived > 0 || preface > 0 && preface < PREFACE;
    }

    /** The length of the payload; 0 while it is unknown. */
    int length() {
        return length;
    }

    /**
     * Takes bytes, at most {@link #missing} of them.
     *
     * @param bytes the buffer with the bytes
     * @param from the index of the first byte
     * @return the frame if it is now complete, else null
     */
    @Nullable
    Frame add(ByteBuffer bytes, int from, int count) {
        if (preface > 0) {
            preface -= count;
            return null;
        }
        for (int i = 0; i < count && arrived + i < start.length; i++) {
            start[arrived + i] = bytes.get(from + i);
        }
        arrived += count;
        if (arrived < HEAD) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(start);
        length = fields.getInt(0) >>> 8;
        return arrived < HEAD + length ? null : whole(fields);
    }

    private Frame whole(ByteBuffer fields) {
        for (int i = arrived; i < start.length; i++) {
            start[i] = 0;
        }
        arrived = 0;
        int payload = length;
        length = 0;
        return new Frame(
                fields.get(3) & 0xff,
                fields.get(4) & 0xff,
                payload,
                fields.getInt(5) & Integer.MAX_VALUE,
                fields.getInt(HEAD));
    }
}
