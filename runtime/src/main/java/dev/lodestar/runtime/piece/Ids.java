package dev.lodestar.runtime.piece;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The ids of some markup, each of which stands there once. */
final class Ids {
    /** Differs in each process, so that no ids can be prepared to collide. */
    private static final int FACTOR = ThreadLocalRandom.current().nextInt() | 1;

    /** Ids are much the same, and so are the low bits of their hashes: 2^32 by the golden ratio (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    private final byte[] html;
    private final Outline outline;

    /** One more than the element whose id it is in each place of a hash table, or zero. */
    private final int[] places;

    /** What is left of a product's bits is a place: the highest ones, on which all bits of a hash have a say. */
    private final int shift;

    /** Has room for the ids of all elements there are now. */
    Ids(byte[] html, Outline outline) {
        this.html = html;
        this.outline = outline;
        this.places = new int[Integer.highestOneBit(outline.size() | 1) * 4];
        this.shift = Integer.numberOfLeadingZeros(places.length - 1);
    }

    /** Adds the ids of all elements; throws {@link Unclear} if one stands there twice. */
    void addAll() {
        for (int element = 0; element < outline.size(); element++) {
            if (outline.hasId(element)) {
                add(element);
            }
        }
    }

    /** Adds an element's id; throws {@link Unclear} if it is there. */
    void add(int element) {
        int place = place(html, outline.idStart(element), outline.idEnd(element));
        Unclear.unless(places[place] == 0);
        places[place] = element + 1;
    }

    /** The element with the id that stands between two offsets of some bytes, or {@link Outline#NONE}. */
    int find(byte[] bytes, int from, int to) {
        return places[place(bytes, from, to)] - 1;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + bytes[i];
        }
        int place = hash * SPREAD >>> shift;
        while (places[place] != 0 && !isAt(place, bytes, from, to)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private boolean isAt(int place, byte[] bytes, int from, int to) {
        int element = places[place] - 1;
        int start = outline.idStart(element);
        // Most that meet in a place differ at the end, if not in length.
        return outline.idEnd(element) - start == to - from
                && html[start + to - from - 1] == bytes[to - 1]
                && Arrays.equals(html, start, start + to - from, bytes, from, to);
    }
}
