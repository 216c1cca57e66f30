package dev.lodestar.runtime.sse;

/** The events that a stream sends of its own accord, frames and heartbeats, in UTF-8. */
public final class FrameEvent {
    private static final byte[] PLACE = ElementEvents.ascii("data: selector #lodestar\ndata: mode inner\n");
    private static final byte[] HEARTBEAT = ElementEvents.ascii("event: datastar-heartbeat\ndata: alive true\n\n");

    private FrameEvent() {}

    /** The event that shows that a stream is alive. The page can listen for it. */
    public static byte[] heartbeat() {
        return HEARTBEAT.clone();
    }

    /**
     * The event that puts a rendering into the page, without the line break at its end.
     *
     * @param html a buffer that begins with the rendering, in UTF-8
     * @param length the length of the rendering in bytes
     */
    public static byte[] of(byte[] html, int length) {
        int end = withoutLastBreak(html, length);
        // Lines of markup are about fifty bytes long. If there are more and shorter ones, the buffer grows.
        ElementEvents event = new ElementEvents(128 + end + end / 3);
        event.begin();
        event.put(PLACE);
        event.elements(html, 0, end);
        event.end();
        return event.toByteArray();
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
}
