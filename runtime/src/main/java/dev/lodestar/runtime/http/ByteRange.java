package dev.lodestar.runtime.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The range of bytes that a request asks for (RFC 9110, 14.1.2).
 *
 * @param start the offset of the first byte
 * @param end the offset after the last byte; equal to {@code start} if the range cannot be satisfied
 */
record ByteRange(int start, int end) {
    // A number with more digits is beyond the end of anything that is served.
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{1,18})?-(\\d{1,18})?\\s*");

    /**
     * Parses the header {@code Range}.
     *
     * @param header the header, or null if there is none
     * @param length the number of bytes that there are
     * @return the range, or null to send everything, as for any header but a single range of bytes
     */
    static @Nullable ByteRange parse(@Nullable String header, int length) {
        Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header);
        if (!matcher.matches() || matcher.group(1) == null && matcher.group(2) == null) {
            return null;
        }
        if (matcher.group(1) == null) {
            long last = Long.parseLong(matcher.group(2));
            return of(length - Math.min(last, length), length, length);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? Long.MAX_VALUE - 1 : Long.parseLong(matcher.group(2));
        return last < first ? null : of(first, last + 1, length);
    }

    private static ByteRange of(long start, long end, int length) {
        return start < length ? new ByteRange((int) start, (int) Math.min(end, length)) : new ByteRange(length, length);
    }

    boolean isEmpty() {
        return start == end;
    }

    /** The value of {@code Content-Range}. */
    String contentRange(int length) {
        return "bytes " + (isEmpty() ? "*" : start + "-" + (end - 1)) + "/" + length;
    }
}
