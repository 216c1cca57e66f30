package dev.lodestar.runtime.piece;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The ids of some markup, each of which stands there once. */
final class Ids {
    /** Differs in each process, so that no ids can be prepared to collide. */
    private static final int FACTOR = ThreadLocalRandom.current().nextInt() | 1;

    private final byte[] html;
    private final Outline outline;

    /** One more than the element whose id it is in each place of a hash table, or zero. */
    private int[] places = new int[64];

    private int size;

    Ids(byte[] html, Outline outline) {
        this.html = html;
        this.outline = outline;
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
        if (++size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        int[] old = places;
        places = new int[old.length * 4];
        for (int each : old) {
            if (each != 0) {
                places[place(html, outline.idStart(each - 1), outline.idEnd(each - 1))] = each;
            }
        }
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
        int place = (hash ^ hash >>> 16) & places.length - 1;
        while (places[place] != 0 && !isAt(place, bytes, from, to)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private boolean isAt(int place, byte[] bytes, int from, int to) {
        int element = places[place] - 1;
        return Arrays.equals(html, outline.idStart(element), outline.idEnd(element), bytes, from, to);
    }
}
