package dev.lodestar.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    private final Random random = new Random(1);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void checksumOfAPartCanBeAppendedToTheOneBefore() {
        for (int length : new int[] {0, 1, 7, 8, 255, 256, 65_535, 1_000_003}) {
            byte[] whole = bytes(length + 1000);
            int crc = Checksum.of(Arrays.copyOf(whole, 1000)).after(0);
            assertEquals(
                    Checksum.of(whole).after(0),
                    Checksum.of(Arrays.copyOfRange(whole, 1000, whole.length)).after(crc));
        }
    }

    @Test
    void checksumIsCrc32() {
        // The check value of CRC-32, which is defined as the CRC of these nine digits.
        assertEquals(0xcbf43926, Checksum.of("123456789".getBytes()).after(0));
    }
}
