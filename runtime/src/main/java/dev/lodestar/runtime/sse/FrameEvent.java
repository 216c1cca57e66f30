package dev.lodestar.runtime.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The events of a stream, in UTF-8. */
public final class FrameEvent {
    private static final byte[] HEAD =
            ascii("event: datastar-patch-elements\ndata: selector #lodestar\ndata: mode inner\n");
    private static final byte[] LINE = ascii("data: elements ");
    private static final byte[] HEARTBEAT = ascii("event: datastar-heartbeat\ndata: alive true\n\n");

    private FrameEvent() {}

    /** The event that shows a stream to be alive; the page can see it. */
    public static byte[] heartbeat() {
        return HEARTBEAT.clone();
    }

    /**
     * The event that puts a rendering into the page. A line break at the rendering's end is left out.
     *
     * @param html a buffer that begins with the rendering, in UTF-8
     * @param length how many of its bytes are the rendering
     */
    public static byte[] of(byte[] html, int length) {
        int end = withoutLastBreak(html, length);
        ByteBuffer event = ByteBuffer.allocate(HEAD.length + linesLength(html, end) + 1);
        event.put(HEAD);
        int start = 0;
        while (true) {
            int stop = lineEnd(html, start, end);
            event.put(LINE).put(html, start, stop - start).put((byte) '\n');
            if (stop == end) {
                return event.put((byte) '\n').array();
            }
            start = afterBreak(html, stop, end);
        }
    }

    private static int linesLength(byte[] html, int end) {
        int length = 0;
        int start = 0;
        while (true) {
            int stop = lineEnd(html, start, end);
            length += LINE.length + (stop - start) + 1;
            if (stop == end) {
                return length;
            }
            start = afterBreak(html, stop, end);
        }
    }

    private static int lineEnd(byte[] html, int from, int end) {
        int at = from;
        while (at < end && html[at] != '\n' && html[at] != '\r') {
            at++;
        }
        return at;
    }

    private static int afterBreak(byte[] html, int at, int end) {
        boolean pair = html[at] == '\r' && at + 1 < end && html[at + 1] == '\n';
        return at + (pair ? 2 : 1);
    }

    private static int withoutLastBreak(byte[] html, int length) {
        int end = length;
        if (end > 0 && html[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && html[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
