package dev.lodestar.runtime.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssetTableTest {
    private final TableBytes table = new TableBytes()
            .shim("/", "<p>shim</p>")
            .asset("/assets/0a1b2c/a.css", "text/css", "b{}".getBytes(StandardCharsets.UTF_8));

    private static String refusal(byte[] bytes) {
        return assertThrows(IllegalStateException.class, () -> AssetTable.read(new ByteArrayInputStream(bytes)))
                .getMessage();
    }

    @Test
    void findsEntriesByPath() {
        Asset asset = table.read().find("/assets/0a1b2c/a.css");
        assertNotNull(asset);
        assertEquals("text/css", asset.contentType());
        assertEquals("public, max-age=31536000, immutable", asset.cacheControl());
        Variant variant = Objects.requireNonNull(asset.variantFor(null));
        assertEquals(
                "b{}",
                StandardCharsets.UTF_8.decode(variant.bytes().duplicate()).toString());
        assertTrue(variant.bytes().isReadOnly() && variant.bytes().isDirect());
        assertNull(table.read().find("/assets/0a1b2c/b.css"));
    }

    @Test
    void oneContentHasSeveralPathsEachWithItsOwnCaching() {
        AssetTable icon = new TableBytes()
                .asset(List.of("/assets/0a1b2c/favicon.ico", "/favicon.ico"), "image/x-icon", new byte[] {1})
                .read();
        Asset own = Objects.requireNonNull(icon.find("/assets/0a1b2c/favicon.ico"));
        Asset wellKnown = Objects.requireNonNull(icon.find("/favicon.ico"));
        assertEquals("public, max-age=31536000, immutable", own.cacheControl());
        assertEquals("no-cache", wellKnown.cacheControl());
        assertEquals(own.variantFor(null).bytes(), wellKnown.variantFor(null).bytes());
    }

    @Test
    void manyMegabytesComeBackByteForByteFromOutsideTheHeap() {
        TableBytes large = new TableBytes();
        Random random = new Random(7);
        List<byte[]> contents = random.ints(7, 1 << 20, 3 << 20)
                .mapToObj(byte[]::new)
                .peek(random::nextBytes)
                .toList();
        for (int i = 0; i < contents.size(); i++) {
            large.asset("/assets/0a1b2c/" + i, "video/mp4", contents.get(i));
        }
        AssetTable read = large.read();
        for (int i = 0; i < contents.size(); i++) {
            ByteBuffer bytes = Objects.requireNonNull(read.find("/assets/0a1b2c/" + i))
                    .variantFor(null)
                    .bytes();
            assertTrue(bytes.isReadOnly() && bytes.isDirect());
            assertEquals(ByteBuffer.wrap(contents.get(i)), bytes);
        }
    }

    @Test
    void holdsNoContentInTheHeap() throws IOException {
        int length = 50 << 20;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        byte[] empty = new TableBytes()
                .asset("/assets/0a1b2c/film.mp4", "video/mp4", new byte[0])
                .toByteArray();
        out.write(empty, 0, empty.length - 5); // up to the length and the end
        out.writeInt(length);
        InputStream zeros = new InputStream() {
            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }
        };
        InputStream end = new ByteArrayInputStream(new byte[] {-1});
        InputStream table = new SequenceInputStream(
                Collections.enumeration(List.of(new ByteArrayInputStream(head.toByteArray()), zeros, end)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        AssetTable film = AssetTable.read(table);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        Asset asset = Objects.requireNonNull(film.find("/assets/0a1b2c/film.mp4"));
        assertEquals(length, asset.variantFor(null).bytes().remaining());
        assertTrue(allocated < 8 << 20, allocated + " bytes were allocated");
    }

    @Test
    void missingTableIsExplained() {
        String message = assertThrows(IllegalStateException.class, () -> AssetTable.read(null))
                .getMessage();
        assertTrue(message.contains("rebuild the application"), message);
    }

    @Test
    void truncatedTableIsExplained() {
        byte[] whole = table.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            String message = refusal(Arrays.copyOf(whole, length));
            assertTrue(message.contains("Rebuild the application"), message);
        }
    }

    @Test
    void tableOfAnotherFormatIsExplained() {
        byte[] bytes = table.toByteArray();
        bytes[11] = 1;
        assertTrue(refusal(bytes).contains("format 1"));
        bytes[0] = 'X';
        assertTrue(refusal(bytes).contains("does not begin like an asset table"));
    }

    @Test
    void tableWithTwoEntriesAtOnePathIsExplained() {
        assertTrue(refusal(table.shim("/", "again").toByteArray()).contains("two entries for /"));
    }

    @Test
    void tableWithTrailingBytesIsExplained() {
        byte[] whole = table.toByteArray();
        assertTrue(refusal(Arrays.copyOf(whole, whole.length + 1)).contains("more after its last entry"));
    }
}
