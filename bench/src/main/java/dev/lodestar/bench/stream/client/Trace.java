package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has been sent, as far as it matters for what comes next. Streams with the same trace mean the same by the
 * same bytes.
 *
 * @param position where the stream is
 * @param page what its browser shows
 * @param recent the texts of its last units, oldest first, as far as deflate can look back
 * @param own units that follow this trace
 * @param afterLast units that follow the last unit
 * @param anywhere units that may follow anything
 */
record Trace(Position position, Page page, Text[] recent, Units own, Units afterLast, Units anywhere) {
    /** Finds a unit that goes on with these bytes; see {@link Units#find}. */
    @Nullable
    Unit find(@Nullable Unit begun, int offset, ByteBuffer bytes) {
        Unit unit = anywhere.find(begun, offset, bytes);
        unit = unit == null ? afterLast.find(begun, offset, bytes) : unit;
        return unit == null ? own.find(begun, offset, bytes) : unit;
    }

    void add(Unit unit) {
        switch (unit.reach()) {
            case NOTHING -> anywhere.add(unit);
            case LAST -> afterLast.add(unit);
            case ALL -> own.add(unit);
        }
    }

    /** The text of the last unit; empty at the beginning. */
    byte[] last() {
        return recent.length == 0 ? new byte[0] : recent[recent.length - 1].bytes();
    }

    /** The text of all recent units. */
    byte[] window() {
        ByteBuffer window = ByteBuffer.allocate(length(recent, 0));
        for (Text text : recent) {
            window.put(text.bytes());
        }
        return window.array();
    }

    /** The recent texts when another has come. */
    Text[] recentWith(Text text) {
        int first = 0;
        while (first < recent.length && length(recent, first + 1) + text.length() >= Gunzip.WINDOW) {
            first++;
        }
        Text[] with = new Text[recent.length - first + 1];
        System.arraycopy(recent, first, with, 0, recent.length - first);
        with[with.length - 1] = text;
        return with;
    }

    private static int length(Text[] texts, int from) {
        int length = 0;
        for (int i = from; i < texts.length; i++) {
            length += texts[i].length();
        }
        return length;
    }

    // Two are the same only if they are one: to compare the texts would take longer than to decode them.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
