package dev.lodestar.runtime.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes events that patch elements, in UTF-8. Not safe for use by several threads. */
public final class ElementEvents {
    private static final byte[] HEAD = ascii("event: datastar-patch-elements\n");
    private static final byte[] LINE = ascii("data: elements ");

    private byte[] events;
    private int size;

    /** @param capacity the initial capacity in bytes */
    public ElementEvents(int capacity) {
        events = new byte[capacity];
    }

    /** Begins an event. */
    public void begin() {
        put(HEAD);
    }

    /**
     * Appends markup to the event, each line as a data line.
     *
     * @param html the markup, in UTF-8
     * @param from the offset of the first byte to append
     * @param to the offset after the last byte to append
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

    /** All events written so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(events, size);
    }

    /** Appends complete data lines. */
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
