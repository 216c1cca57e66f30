package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as the names and values of a query or a form carry it: percent-escapes of UTF-8, and a plus sign for a blank. */
final class PercentText {
    private PercentText() {}

    /** @param what begins the sentence that refuses it */
    static String decode(String escaped, String what) {
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
                out.write(hex(in, i + 1, what) << 4 | hex(in, i + 2, what));
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        return utf8(out.toByteArray(), what);
    }

    /** Decodes UTF-8 and refuses what is none; {@code what} begins the sentence. */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(what + " must be UTF-8, but has bytes that are not.");
        }
    }

    private static int hex(byte[] in, int at, String what) {
        int digit = at < in.length ? Character.digit(in[at], 16) : -1;
        if (digit < 0) {
            throw new BadInput(what + " has a % that two hexadecimal digits do not follow.");
        }
        return digit;
    }
}
