package dev.lodestar.runtime.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** What a certificate is made of, in the distinguished encoding rules (ITU-T X.690). */
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        length(value, content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return value(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, parts);
    }

    /** What a tag of the sequence around it explains. */
    static byte[] explicit(int tag, byte[] value) {
        return value(0xa0 | tag, value);
    }

    /** What has a tag of the sequence around it in place of its own. */
    static byte[] implicit(int tag, byte[] content) {
        return value(0x80 | tag, content);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] bits(byte[] bytes) {
        return value(0x03, new byte[] {0}, bytes);
    }

    static byte[] bytes(byte[] bytes) {
        return value(0x04, bytes);
    }

    static byte[] nothing() {
        return value(0x05);
    }

    static byte[] text(String text) {
        return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A time before 2050; later ones are written in another way. */
    static byte[] time(Instant time) {
        return value(0x17, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier, such as {@code 2.5.4.3}. */
    static byte[] name(String dotted) {
        int[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arcs[i] >> shift > 0) {
                    content.write(0x80 | arcs[i] >> shift & 0x7f);
                }
            }
            content.write(arcs[i] & 0x7f);
        }
        return value(0x06, content.toByteArray());
    }

    private static void length(ByteArrayOutputStream to, int length) {
        if (length >= 0x100) {
            to.write(0x82);
            to.write(length >> 8);
        } else if (length >= 0x80) {
            to.write(0x81);
        }
        to.write(length);
    }
}
