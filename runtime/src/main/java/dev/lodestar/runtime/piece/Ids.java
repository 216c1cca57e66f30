package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.Marks;
import dev.lodestar.text.ReservedIds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The ids of a rendering, each of which occurs once and means what it says. */
final class Ids {
    /** Differs in each process, so that nobody can prepare ids that collide. */
    private static final int FACTOR = ThreadLocalRandom.current().nextInt() | 1;

    /** Ids are much alike, and so are the low bits of their hashes: 2^32 by the golden ratio (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    /** The reserved prefix of ids: the elements around the frame have it. */
    private static final byte[] OWN = ReservedIds.PREFIX.getBytes(StandardCharsets.US_ASCII);

    private final Rendered page;

    /** One more than the element whose id it is in each place of a hash table, or zero. */
    private final int[] places;

    /** The highest bits of a product, on which all bits of a hash have an influence, are a place. */
    private final int shift;

    private Ids(Rendered page) {
        this.page = page;
        this.places = new int[Integer.highestOneBit(page.marks().size() | 1) * 4];
        this.shift = Integer.numberOfLeadingZeros(places.length - 1);
    }

    /** Throws {@link Unclear} if an id occurs twice, is the client's own or is not to be compared as it is written. */
    static Ids of(Rendered page) {
        ForeignMarkup.checkWithoutIds(page.html(), page.marks());
        Ids ids = new Ids(page);
        for (int element = 0; element < page.marks().size(); element++) {
            if (page.hasId(element)) {
                ids.add(element);
            }
        }
        return ids;
    }

    private void add(int element) {
        int from = page.idStart(element);
        int to = page.idEnd(element);
        checkPlain(page.html(), from, to);
        int place = place(page.html(), from, to);
        Unclear.unless(places[place] == 0);
        places[place] = element + 1;
    }

    private static void checkPlain(byte[] html, int from, int to) {
        boolean letters = true;
        for (int i = from; i < to; i++) {
            byte b = html[i];
            Unclear.unless(b != '&' && b != '\r' && b != '\n' && b != 0);
            letters &= (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
        }
        Unclear.unless(to - from < OWN.length || !Arrays.equals(html, from, from + OWN.length, OWN, 0, OWN.length));
        Unclear.unless(
                !letters || !ReservedIds.hidesProperty(new String(html, from, to - from, StandardCharsets.US_ASCII)));
    }

    /** The element with the id of an element of another rendering, or {@link Marks#NONE}. */
    int find(Rendered other, int element) {
        return places[place(other.html(), other.idStart(element), other.idEnd(element))] - 1;
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
        return Arrays.equals(page.html(), page.idStart(element), page.idEnd(element), bytes, from, to);
    }
}
