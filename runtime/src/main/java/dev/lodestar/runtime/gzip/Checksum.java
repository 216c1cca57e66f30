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

    /** What moves another CRC on by this length. */
    private final int shift;

    private Checksum(int crc, int length) {
        this.crc = crc;
        this.length = length;
        this.shift = powerOfBytes(length);
    }

    /** The checksum of all bytes of an array. */
    public static Checksum of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Checksum((int) crc.getValue(), bytes.length);
    }

    /** The CRC of these bytes behind others, of which the CRC is given; 0 is that of no bytes. */
    public int after(int before) {
        return product(shift, before) ^ crc;
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
            multiple = multiple >>> 1 ^ POLYNOMIAL & -(multiple & 1);
        }
        return sum;
    }
}
