package dev.lodestar.runtime.gzip;

import java.util.zip.CRC32;

/**
 * The CRC-32 of some bytes, which can be appended to that of others without reading either again: the CRC of the whole
 * is that of the beginning, moved on by the length of the end as a polynomial over GF(2), plus that of the end. Immutable.
 */
public final class Checksum {
    /** The polynomial of RFC 1952; as in every value here, the highest bit is the coefficient of x<sup>0</sup>. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_8 = ONE >>> 8;

    private final int crc;
    private final int length;

    /** What becomes of each bit of another CRC, the highest first, that is moved on by this length. */
    private final int[] moved;

    private Checksum(int crc, int length) {
        this.crc = crc;
        this.length = length;
        this.moved = multiples(powerOfBytes(length));
    }

    /** The checksum of all bytes of an array. */
    public static Checksum of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Checksum((int) crc.getValue(), bytes.length);
    }

    /** The CRC of these bytes behind others, of which the CRC is given; 0 is that of no bytes. */
    public int after(int before) {
        // For each of thousands of streams: no step waits for the one before.
        int sum = crc;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            sum ^= moved[bit] & before << bit >> 31;
        }
        return sum;
    }

    /** How many bytes it is of. */
    public int length() {
        return length;
    }

    private static int powerOfBytes(int bytes) {
        int power = ONE;
        int square = X_TO_THE_8;
        for (int rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                power = product(square, power);
            }
            square = product(square, square);
        }
        return power;
    }

    private static int product(int a, int b) {
        int sum = 0;
        int multiple = b;
        for (int rest = a; rest != 0; rest <<= 1) {
            sum ^= multiple & rest >> 31;
            multiple = timesX(multiple);
        }
        return sum;
    }

    private static int[] multiples(int a) {
        int[] multiples = new int[Integer.SIZE];
        int multiple = a;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            multiples[bit] = multiple;
            multiple = timesX(multiple);
        }
        return multiples;
    }

    private static int timesX(int a) {
        return a >>> 1 ^ POLYNOMIAL & -(a & 1);
    }
}
