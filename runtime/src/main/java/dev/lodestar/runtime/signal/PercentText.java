package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text of a query or a form: UTF-8, with a plus sign for a space. */
final class PercentText {
    private PercentText() {}

    /** @param what the beginning of the error message */
    static String decode(String escaped, String what) {
        if (escaped.indexOf('%') < 0
                && escaped.indexOf('+') < 0
                && escaped.chars().allMatch(c -> c < 0x80)) {
            return escaped;
        }
        // What is not ASCII arrived as raw bytes, and the connection made a char of each.
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

    /** Decodes UTF-8, and refuses anything else; {@code what} begins the error message. */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(what + " must be valid UTF-8.");
        }
    }

    private static int hex(byte[] in, int at, String what) {
        int digit = at < in.length ? Character.digit(in[at], 16) : -1;
        if (digit < 0) {
            throw new BadInput(what + " has a % without two hexadecimal digits after it.");
        }
        return digit;
    }
}
