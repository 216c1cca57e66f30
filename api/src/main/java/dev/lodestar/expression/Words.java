package dev.lodestar.expression;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A fixed set of ASCII words, which are looked up as bytes. Immutable. */
public final class Words {
    private final byte[][] words;

    /** One more than the number of the word in each place of a hash table, or zero. */
    private final int[] places;

    private Words(byte[][] words) {
        this.words = words;
        this.places = new int[Integer.highestOneBit(words.length) * 4];
        for (int i = 0; i < words.length; i++) {
            int place = place(words[i], 0, words[i].length);
            while (places[place] != 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = i + 1;
        }
    }

    /** The words of a text, which are parted by blanks. */
    public static Words of(String text) {
        return new Words(Arrays.stream(text.split(" "))
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new));
    }

    /** The number of the word that stands between two offsets, from zero in the order in which they were given; -1 if there is none. */
    public int indexOf(byte[] bytes, int from, int to) {
        if (from == to) {
            return -1;
        }
        for (int place = place(bytes, from, to); ; place = place + 1 & places.length - 1) {
            int index = places[place] - 1;
            if (index < 0 || isAt(index, bytes, from, to)) {
                return index;
            }
        }
    }

    /** Whether one of the words stands between two offsets. */
    public boolean contain(byte[] bytes, int from, int to) {
        return indexOf(bytes, from, to) >= 0;
    }

    /** Whether the word of a number stands between two offsets. */
    public boolean isAt(int index, byte[] bytes, int from, int to) {
        byte[] word = words[index];
        if (word.length != to - from) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = to - from;
        hash = hash * 0x9E3779B1 + bytes[from];
        hash = hash * 0x9E3779B1 + bytes[from + to >>> 1];
        hash = hash * 0x9E3779B1 + bytes[to - 1];
        return (hash ^ hash >>> 15) & places.length - 1;
    }
}
