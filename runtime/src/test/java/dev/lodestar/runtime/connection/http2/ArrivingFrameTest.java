package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivingFrameTest {
    private static final byte[] BYTES = ByteBuffer.allocate(24 + 9 + 6 + 9 + 9 + 2)
            .put(new byte[24])
            .put(new byte[] {0, 0, 6, 1, 4, (byte) 0x80, 0, 0, 3, 9, 8, 7, 6, 5, 4})
            .put(new byte[] {0, 0, 0, 0, 1, 0, 0, 0, 3})
            .put(new byte[] {0, 0, 2, (byte) 0xff, (byte) 0xff, 0, 0, 1, 0, 5, 6})
            .array();

    private static final List<Frame> FRAMES = List.of(
            new Frame(1, 4, 6, 3, 0x09080706), new Frame(0, 1, 0, 3, 0), new Frame(255, 255, 2, 256, 0x05060000));

    @Test
    void framesAreTheSameHoweverTheyAreSplit() {
        for (int most = 1; most <= BYTES.length; most++) {
            ArrivingFrame frame = new ArrivingFrame();
            List<Frame> frames = new ArrayList<>();
            ByteBuffer bytes = ByteBuffer.wrap(BYTES);
            for (int at = 0; at < BYTES.length; ) {
                int count = Math.min(most, Math.min(frame.missing(), BYTES.length - at));
                Frame arrived = frame.add(bytes, at, count);
                if (arrived != null) {
                    frames.add(arrived);
                }
                at += count;
            }
            assertEquals(FRAMES, frames, "in pieces of " + most);
            assertFalse(frame.isPartial());
        }
    }

    @Test
    void partialFrameIsNotReturned() {
        ArrivingFrame frame = new ArrivingFrame();
        ByteBuffer bytes = ByteBuffer.wrap(BYTES);
        assertFalse(frame.isPartial());
        assertNull(frame.add(bytes, 0, 10));
        assertTrue(frame.isPartial());
        assertNull(frame.add(bytes, 10, 14));
        assertFalse(frame.isPartial());
        assertNull(frame.add(bytes, 24, 9));
        assertTrue(frame.isPartial());
        assertEquals(6, frame.length());
        assertEquals(6, frame.missing());
    }
}
