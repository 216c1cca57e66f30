package dev.lodestar.runtime.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes events that patch elements, in UTF-8. Used by one thread. */
public final class ElementEvents {
    private static final byte[] HEAD = ascii("event: datastar-patch-elements\n");
    private static final byte[] LINE = ascii("data: elements ");

    private byte[] events;
    private int size;

    /** @param capacity for how many bytes there is room at first */
    public ElementEvents(int capacity) {
        events = new byte[capacity];
    }

    /** Begins an event. */
    public void begin() {
        put(HEAD);
    }

    /**
     * Appends markup to the event, each line of it as a line of the event's data.
     *
     * @param html bytes in UTF-8, of which those between two offsets are appended
     */
    public void elements(byte[] html, int from, int to) {
        int start = from;
        while (true) {
            int stop = LineBreaks.next(html, start, to);
            put(LINE);
            put(html, start, stop - start);
            lineBreak();
            if (stop == to) {
                return;
            }
            start = LineBreaks.after(html, stop, to);
        }
    }

    /** Ends the event. */
    public void end() {
        lineBreak();
    }

    /** Everything written so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(events, size);
    }

    /** Appends lines of the event's data as they are. */
    void put(byte[] lines) {
        put(lines, 0, lines.length);
    }

    private void put(byte[] bytes, int from, int length) {
        reserve(length);
        System.arraycopy(bytes, from, events, size, length);
        size += length;
    }

    private void lineBreak() {
        reserve(1);
        events[size++] = '\n';
    }

    private void reserve(int length) {
        if (events.length - size < length) {
            events = Arrays.copyOf(events, Math.max(size + length, events.length + (events.length >> 1)));
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
