package dev.lodestar.bench.stream.abuse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What an HTTP/2 client sends (RFC 9113), as text with one character for each byte. */
final class Http2Bytes {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int UNKNOWN = 0x42;

    private static final int END_HEADERS = 4;
    private static final int FLOOD_BYTES = 16_000;

    private Http2Bytes() {}

    /** The beginning of a connection. */
    static String opening() {
        return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0, "");
    }

    /** The same, and a request whose body is still to come. */
    static String openingWithRequest() {
        String head =
                "\203\207" + field("\4", "/") + field("\1", "localhost") + field("\0\16sec-fetch-site", "same-origin");
        return opening() + frame(HEADERS, END_HEADERS, 1, head);
    }

    private static String field(String name, String value) {
        return name + (char) value.length() + value;
    }

    static String frame(int type, int flags, int stream, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer frame = ByteBuffer.allocate(9 + bytes.length);
        frame.put((byte) 0).putShort((short) bytes.length).put((byte) type).put((byte) flags);
        frame.putInt(stream).put(bytes);
        return new String(frame.array(), StandardCharsets.ISO_8859_1);
    }

    /** As many copies of a frame as are sent at once. */
    static String flood(int type, int stream, String payload) {
        String frame = frame(type, 0, stream, payload);
        return frame.repeat(FLOOD_BYTES / frame.length());
    }

    /** Requests without headers, more than any server accepts on a connection. */
    static String emptyRequests() {
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int stream = 1; stream < 20_000; stream += 2) {
            requests.writeBytes(frame(HEADERS, END_HEADERS | 1, stream, "").getBytes(StandardCharsets.ISO_8859_1));
        }
        return requests.toString(StandardCharsets.ISO_8859_1);
    }
}
