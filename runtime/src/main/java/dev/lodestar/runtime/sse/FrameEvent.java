package dev.lodestar.runtime.sse;

/** The events of a stream, in UTF-8. */
public final class FrameEvent {
    private static final byte[] PLACE = ElementEvents.ascii("data: selector #lodestar\ndata: mode inner\n");
    private static final byte[] HEARTBEAT = ElementEvents.ascii("event: datastar-heartbeat\ndata: alive true\n\n");

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
