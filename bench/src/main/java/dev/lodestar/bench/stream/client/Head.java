package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response.
 *
 * @param length its length in bytes
 * @param start the beginning of the body
 */
record Head(int length, Position start) {
    /**
     * Parses a head.
     *
     * @return null if it is not complete yet
     * @throws IOException if it is not the head of a stream
     */
    static @Nullable Head parse(byte[] bytes, int available) throws IOException {
        String text = new String(bytes, 0, available, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return null;
        }
        String head = text.substring(0, end + 2).toLowerCase(Locale.ROOT);
        if (!head.matches("(?s)http/1[.][01] 200 .*") || !head.contains("\r\ncontent-type: text/event-stream")) {
            throw new IOException("Not a stream: " + text.substring(0, end));
        }
        boolean chunked = head.contains("\r\ntransfer-encoding: chunked\r\n");
        boolean gzip = head.contains("\r\ncontent-encoding: gzip\r\n");
        return new Head(end + 4, Position.start(chunked, gzip));
    }
}
