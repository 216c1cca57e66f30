package dev.lodestar.runtime.connection.http2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The headers of a request of HTTP/2 in HPACK (RFC 7541), uncompressed, in any order and with any mistake.
 */
public final class HeaderBlock {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A request to {@code localhost} with all required pseudo-headers. */
    public static HeaderBlock of(String method, String path) {
        return new HeaderBlock()
                .add(":method", method)
                .add(":scheme", "https")
                .add(":path", path)
                .add(":authority", "localhost");
    }

    /** Adds a header that is not indexed (6.2.2). Each character is one byte. */
    public HeaderBlock add(String name, String value) {
        bytes.write(0);
        string(name);
        string(value);
        return this;
    }

    private void string(String text) {
        length(text.length());
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    // An integer with a 7-bit prefix (5.1).
    private void length(int length) {
        if (length < 127) {
            bytes.write(length);
            return;
        }
        bytes.write(127);
        int rest = length - 127;
        for (; rest >= 128; rest >>= 7) {
            bytes.write(rest & 127 | 128);
        }
        bytes.write(rest);
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
