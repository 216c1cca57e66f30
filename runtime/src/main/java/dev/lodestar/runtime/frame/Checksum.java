package dev.lodestar.runtime.frame;

import java.util.zip.CRC32;

/**
 * The CRC-32 of some bytes, which can be appended to the CRC of the bytes before them without reading either again:
 * taken as polynomials over GF(2), the CRC of the whole is the CRC of the first part, shifted by the length of the
 * second, plus the CRC of the second. Immutable.
 */
final class Checksum {
    /** The polynomial of RFC 1952. As in all values here, the highest bit is the coefficient of x<sup>0</sup>. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_8 = ONE >>> 8;

    private final int crc;
    private final int length;

    /** What each bit of another CRC becomes, the highest first, when it is shifted by this length. */
    private final int[] shifted;

    private Checksum(int crc, int length) {
        this.crc = crc;
        this.length = length;
        this.shifted = multiples(powerOfBytes(length));
    }

    /** The checksum of all bytes of an array. */
    static Checksum of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Checksum((int) crc.getValue(), bytes.length);
    }

    /**
     * The CRC of these bytes and those before them.
     *
     * @param before the CRC of the bytes before; 0 if there are none
     */
    int after(int before) {
        // This runs for each of thousands of streams: no step depends on the one before, so that they run in parallel.
        int sum = crc;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            sum ^= shifted[bit] & before << bit >> 31;
        }
        return sum;
    }

    /** The number of bytes. */
    int length() {
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
