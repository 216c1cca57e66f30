package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream has received, as far as it matters for what comes next.
 *
 * @param position where the stream is
 * @param page what its browser shows
 * @param recent the texts of its last units, oldest first, as far as deflate can look back; only the last one if
 *     the stream is not compressed
 */
record History(Position position, Page page, List<Text> recent) {
    private static final Text NOTHING = new Text(new byte[0]);

    /** The history of a stream that begins. */
    static History none(Position position) {
        return new History(position, Page.NONE, List.of());
    }

    /** This history followed by a unit, which led to a page. */
    History and(Unit unit, Page shown) {
        return new History(unit.next(), shown, recentWith(unit.text()));
    }

    /** The text of the last unit; empty at the beginning. */
    Text last() {
        return recent.isEmpty() ? NOTHING : recent.get(recent.size() - 1);
    }

    /** The text of all recent units. */
    byte[] window() {
        ByteBuffer window =
                ByteBuffer.allocate(recent.stream().mapToInt(Text::length).sum());
        recent.forEach(text -> window.put(text.bytes()));
        return window.array();
    }

    private List<Text> recentWith(Text text) {
        if (!position.gzip()) {
            return List.of(text);
        }
        int first = recent.size();
        int length = text.length();
        while (first > 0 && length < Gunzip.WINDOW) {
            first--;
            length += recent.get(first).length();
        }
        List<Text> with = new ArrayList<>(recent.subList(first, recent.size()));
        with.add(text);
        return with;
    }
}
