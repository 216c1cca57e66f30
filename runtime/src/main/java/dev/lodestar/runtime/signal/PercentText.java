package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as the names and values of a query carry it: percent-escapes of UTF-8, and a plus sign for a blank. */
final class PercentText {
    private PercentText() {}

    static String decode(String escaped) {
        if (escaped.indexOf('%') < 0
                && escaped.indexOf('+') < 0
                && escaped.chars().allMatch(c -> c < 0x80)) {
            return escaped;
        }
        // What is not ASCII came as raw bytes, of which the connection made one char each.
        byte[] in = escaped.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out.write(hex(in, i + 1) << 4 | hex(in, i + 2));
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        return utf8(out.toByteArray());
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput("The query must be UTF-8, but has bytes that are not.");
        }
    }

    private static int hex(byte[] in, int at) {
        int digit = at < in.length ? Character.digit(in[at], 16) : -1;
        if (digit < 0) {
            throw new BadInput("The query has a % that two hexadecimal digits do not follow.");
        }
        return digit;
    }
}
