package dev.lodestar.runtime.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
        // Lines of markup are some fifty bytes long; more of shorter ones make it grow.
        byte[] event = new byte[HEAD.length + LINE.length + end + end / 3 + 2];
        int size = put(HEAD, 0, HEAD.length, event, 0);
        int start = 0;
        while (true) {
            int stop = LineBreaks.next(html, start, end);
            int needed = size + LINE.length + (stop - start) + 2;
            if (needed > event.length) {
                event = Arrays.copyOf(event, Math.max(needed, event.length + (event.length >> 1)));
            }
            size = put(LINE, 0, LINE.length, event, size);
            size = put(html, start, stop - start, event, size);
            event[size++] = '\n';
            if (stop == end) {
                event[size++] = '\n';
                return Arrays.copyOf(event, size);
            }
            start = LineBreaks.after(html, stop, end);
        }
    }

    private static int put(byte[] bytes, int from, int length, byte[] into, int at) {
        System.arraycopy(bytes, from, into, at, length);
        return at + length;
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
