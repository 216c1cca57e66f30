package dev.lodestar.bench.stream.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordingTest {
    private record Read(int stream, ByteBuffer bytes, long now) {}

    @Test
    void replaysAllReadsOnceInOrder() {
        Recording recording = new Recording();
        List<Read> reads = new ArrayList<>();
        // Some are as large as reads ever are, so that the next one does not fit into a block of the recording.
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[i % 4 == 0 ? 256 << 10 : i];
            bytes[0] = (byte) i;
            bytes[bytes.length - 1] = (byte) i;
            reads.add(new Read(i % 3, ByteBuffer.wrap(bytes), 1000L * i));
            recording.add(i % 3, ByteBuffer.wrap(bytes), 1000L * i);
        }
        List<Read> told = new ArrayList<>();
        recording.replay((stream, bytes, now) -> told.add(new Read(stream, bytes, now)));
        assertEquals(reads, told);
        recording.replay((stream, bytes, now) -> told.add(new Read(stream, bytes, now)));
        assertEquals(reads.size(), told.size());
    }
}
