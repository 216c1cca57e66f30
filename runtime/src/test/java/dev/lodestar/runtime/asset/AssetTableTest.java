package dev.lodestar.runtime.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        Variant variant = asset.variantFor(null);
        assertEquals(
                "b{}",
                StandardCharsets.UTF_8.decode(variant.bytes().duplicate()).toString());
        assertTrue(variant.bytes().isReadOnly() && variant.bytes().isDirect());
        assertNull(table.read().find("/assets/0a1b2c/b.css"));
    }

    @Test
    void missingTableIsExplained() {
        String message = assertThrows(IllegalStateException.class, () -> AssetTable.read(null))
                .getMessage();
        assertTrue(message.contains("rebuild the application"), message);
    }

    @Test
    void tableThatEndsAnywhereTooEarlyIsExplained() {
        byte[] whole = table.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            String message = refusal(Arrays.copyOf(whole, length));
            assertTrue(message.contains("Rebuild the application"), message);
        }
    }

    @Test
    void tableOfAnotherFormatIsExplained() {
        byte[] bytes = table.toByteArray();
        bytes[11] = 2;
        assertTrue(refusal(bytes).contains("format 2"));
        bytes[0] = 'X';
        assertTrue(refusal(bytes).contains("does not begin as an asset table"));
    }

    @Test
    void tableWithTwoEntriesAtOnePathIsExplained() {
        assertTrue(refusal(table.shim("/", "again").toByteArray()).contains("two entries for /"));
    }

    @Test
    void tableThatGoesOnIsExplained() {
        byte[] whole = table.toByteArray();
        assertTrue(refusal(Arrays.copyOf(whole, whole.length + 1)).contains("follows"));
    }
}
