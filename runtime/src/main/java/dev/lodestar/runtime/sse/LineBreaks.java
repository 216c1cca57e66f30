package dev.lodestar.runtime.sse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line breaks in UTF-8, eight bytes at a time. In an event stream, CR, LF and CRLF are all line breaks. */
final class LineBreaks {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x80 * EACH;

    private LineBreaks() {}

    /** The index of the first CR or LF; {@code end} if there is none. */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long found = zeros(eight ^ '\n' * EACH) | zeros(eight ^ '\r' * EACH);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** The index at which the line after a CR or LF begins. */
    static int after(byte[] bytes, int at, int end) {
        boolean pair = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
        return at + (pair ? 2 : 1);
    }

    // Sets the high bit of each byte that is zero. Only the lowest of these bits is reliable.
    private static long zeros(long bytes) {
        return bytes - EACH & ~bytes & HIGH;
    }
}
