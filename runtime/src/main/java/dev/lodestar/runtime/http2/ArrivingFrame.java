package dev.lodestar.runtime.http2;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What came so far of the frame that is arriving; at first, of the preface of HTTP/2 (RFC 9113, 3.4). */
final class ArrivingFrame {
    private static final int PREFACE = 24;
    private static final int HEAD = 9;

    private final byte[] start = new byte[HEAD + 4];
    private int preface = PREFACE;
    private int came;
    private int length;

    /** How many bytes can be taken of which it is certain that they belong to the frame: 1 or more. */
    int missing() {
        return preface > 0 ? preface : came < HEAD ? HEAD - came : HEAD + length - came;
    }

    /** Whether something came and something is missing. */
    boolean isPartial() {
        return came > 0 || preface > 0 && preface < PREFACE;
    }

    /** The length of its payload; 0 before that is known. */
    int length() {
        return length;
    }

    /**
     * Takes bytes, at most as many as are missing.
     *
     * @param bytes where they are
     * @param from the index of the first one
     * @return the frame if these were the last ones
     */
    @Nullable
    Frame add(ByteBuffer bytes, int from, int count) {
        if (preface > 0) {
            preface -= count;
            return null;
        }
        for (int i = 0; i < count && came + i < start.length; i++) {
            start[came + i] = bytes.get(from + i);
        }
        came += count;
        if (came < HEAD) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(start);
        length = fields.getInt(0) >>> 8;
        return came < HEAD + length ? null : whole(fields);
    }

    private Frame whole(ByteBuffer fields) {
        for (int i = came; i < start.length; i++) {
            start[i] = 0;
        }
        came = 0;
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
