package dev.lodestar.runtime.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Encodes parts of URLs. */
final class PercentEncoding {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private PercentEncoding() {}

    /** Encodes a text; an unpaired surrogate becomes {@code ?}. */
    static String encode(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] encoded = Arrays.copyOf(utf8, Math.multiplyExact(utf8.length, 3));
        return new String(encoded, 0, encode(encoded, 0, utf8.length), StandardCharsets.US_ASCII);
    }

    /**
     * Encodes bytes in place, from the last to the first, so that each is read before it is overwritten.
     *
     * @param bytes an array with room for three times as many bytes
     * @return the index after the last encoded byte
     */
    static int encode(byte[] bytes, int start, int end) {
        int encodedEnd = end;
        for (int i = start; i < end; i++) {
            encodedEnd += isUnreserved(bytes[i]) ? 0 : 2;
        }
        int to = encodedEnd;
        for (int i = end - 1; i >= start; i--) {
            byte b = bytes[i];
            if (isUnreserved(b)) {
                bytes[--to] = b;
            } else {
                bytes[--to] = DIGITS[b & 0xF];
                bytes[--to] = DIGITS[b >> 4 & 0xF];
                bytes[--to] = '%';
            }
        }
        return encodedEnd;
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
