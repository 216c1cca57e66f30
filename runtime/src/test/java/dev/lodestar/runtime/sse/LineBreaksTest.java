package dev.lodestar.runtime.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    /** Bytes that could be mistaken for a line break: its neighbours, and those with the highest bit set. */
    private static final byte[] BYTES = {'\n', '\r', '\n' - 1, '\n' + 1, '\r' + 1, 0, 'a', (byte) 0x8a, (byte) 0x8d, -1
    };

    @Test
    void findsTheSameAsALoopOverEachByte() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            int rare = random.nextInt(BYTES.length);
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = BYTES[Math.max(rare, random.nextInt(BYTES.length))];
            }
            int from = random.nextInt(bytes.length + 1);
            int end = from + random.nextInt(bytes.length - from + 1);
            int expected = from;
            while (expected < end && bytes[expected] != '\n' && bytes[expected] != '\r') {
                expected++;
            }
            assertEquals(expected, LineBreaks.next(bytes, from, end));
        }
    }
}
