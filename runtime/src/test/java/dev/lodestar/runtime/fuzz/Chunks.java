package dev.lodestar.runtime.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bodies in chunks by the grammar of RFC 9112 (7.1), and such as break it in one place. */
final class Chunks {
    private static final String HEAD = "POST /a/order HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String[] EXTENSIONS = {
        "", "", "", ";a", ";a=b", " ; a = b", ";a=\"b \\\" ;c\"", ";a;b=c;d=\"\""
    };
    private static final String[] TRAILERS = {"", "", "X-Sum: 1\r\n", "A:\r\nB: c d\r\n"};
    private static final String[] NO_SIZES = {"", "+1", "-1", " 1", "0x1", "1g", "1,1", "ffffffffffffffff1"};
    private static final String[] NO_EXTENSIONS = {
        " ", "\t", ";", ";=", ";a=", ";a b", ";a=\"b", ";a=\"b\"c", ";a\0", ";a=\u00e9", "z"
    };
    private static final String[] NO_LINE_ENDS = {"\n", "\r", " \r\n", "\n\r", "\r\r\n", "\0\r\n"};
    private static final String[] NO_TRAILERS = {
        " a: b\r\n", "a: b\r\n c\r\n", "a : b\r\n", ": b\r\n", "a\r\n", "a: b\n"
    };

    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** What follows breaks the grammar at this place, unless it is negative. */
    private int wrong;

    private Chunks(Random random, int wrong) {
        this.random = random;
        this.wrong = wrong;
    }

    /** A request whose body is as it should be. */
    static byte[] wellFormed(Random random, byte[] body) {
        return new Chunks(random, -1).request(body);
    }

    /** A request whose body is wrong in one place. */
    static byte[] malformed(Random random, byte[] body) {
        Chunks chunks = new Chunks(random, random.nextInt(8));
        byte[] request = chunks.request(body);
        return chunks.wrong < 0 ? request : malformed(random, body);
    }

    private byte[] request(byte[] body) {
        write(HEAD);
        for (int at = 0, size; at < body.length; at += size) {
            size = Math.min(body.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 9));
            size(size);
            out.write(body, at, size);
            write(or("\r\n", NO_LINE_ENDS));
        }
        size(0);
        write(or(TRAILERS[random.nextInt(TRAILERS.length)], NO_TRAILERS));
        write(or("\r\n", "\n", "\rX", " \r\n"));
        return out.toByteArray();
    }

    private void size(int size) {
        String zeros = random.nextInt(5) == 0 ? "00" : "";
        write(or(zeros + Integer.toHexString(size), NO_SIZES));
        write(or(EXTENSIONS[random.nextInt(EXTENSIONS.length)], NO_EXTENSIONS));
        write(or("\r\n", NO_LINE_ENDS));
    }

    /** The right text or, at the place that is to be wrong, one of the wrong ones. */
    private String or(String right, String... wrongs) {
        return wrong-- == 0 ? wrongs[random.nextInt(wrongs.length)] : right;
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
