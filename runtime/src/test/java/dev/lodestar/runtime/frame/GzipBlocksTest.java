package dev.lodestar.runtime.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GzipBlocksTest {
    private final GzipBlocks blocks = new GzipBlocks();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private int crc;

    private int append(byte[] bytes, byte @Nullable [] before) {
        byte[] block = blocks.make(bytes, before);
        stream.writeBytes(block);
        plain.writeBytes(bytes);
        crc = Checksum.of(bytes).after(crc);
        return block.length;
    }

    private void assertDecodes() throws IOException {
        stream.writeBytes(GzipBlocks.trailer(crc, plain.size()));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stream.toByteArray()))) {
            assertArrayEquals(plain.toByteArray(), in.readAllBytes());
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sequenceOfBlocksIsOneStream() throws IOException {
        stream.writeBytes(GzipBlocks.header());
        byte[] first = text("<p>one</p>".repeat(500));
        byte[] second = text("<p>one</p>".repeat(499) + "<p>two</p>");
        append(first, null);
        append(second, first);
        append(text(""), null);
        append(second, null);
        assertDecodes();
    }

    @Test
    void dependentBlockIsSmall() {
        Random random = new Random(1);
        byte[] first = new byte[20_000];
        random.nextBytes(first);
        byte[] second = first.clone();
        second[10_000]++;
        int keyframe = append(second, null);
        int delta = append(second, first);
        assertTrue(delta < keyframe / 50, delta + " bytes instead of " + keyframe);
    }

    @Test
    void blocksOfAnySizeAreComplete() throws IOException {
        stream.writeBytes(GzipBlocks.header());
        Random random = new Random(2);
        byte[] before = null;
        // Around the sizes at which the output buffer is full, and beyond the window.
        for (int size : new int[] {0, 1, 8_170, 8_180, 8_185, 8_190, 8_192, 16_380, 32_768, 40_000, 300_000}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            append(bytes, before);
            before = bytes;
        }
        assertDecodes();
    }

    @Test
    void emptyStreamIsComplete() throws IOException {
        stream.writeBytes(GzipBlocks.header());
        assertDecodes();
    }
}
