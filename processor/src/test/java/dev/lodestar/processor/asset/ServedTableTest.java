package dev.lodestar.processor.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.sun.management.ThreadMXBean;
import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.AssetTable;
import dev.lodestar.runtime.asset.Variant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedTableTest {
    private static final byte[] TEXT = "lodestar ".repeat(500).getBytes(StandardCharsets.UTF_8);

    private static Served file(String name, byte[] content) {
        Content.Text text = new Content.Text(content);
        return Served.file(name, text.hash(), text);
    }

    private static byte[] write(Served... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServedTable.write(List.of(entries), out);
        return out.toByteArray();
    }

    private static Asset read(Served entry) throws IOException {
        AssetTable table = AssetTable.read(new ByteArrayInputStream(write(entry)));
        return Objects.requireNonNull(table.find(entry.addresses().get(0).path()));
    }

    private static byte[] bytes(Asset asset, String coding) {
        Variant variant = asset.variantFor(coding);
        assertNotNull(variant, coding);
        assertEquals(coding, variant.coding());
        byte[] bytes = new byte[variant.bytes().limit()];
        variant.bytes().duplicate().get(bytes);
        return bytes;
    }

    @Test
    void namesFilesByTheirContent() {
        Served one = file("img/a b'%ä.png", new byte[] {1});
        Served two = file("img/a b'%ä.png", new byte[] {2});

        String path = one.addresses().get(0).path();
        assertTrue(path.matches("/assets/[0-9a-f]{16}/img/a b'%ä\\.png"), path);
        assertTrue(one.url().endsWith("/img/a%20b%27%25%C3%A4.png"), one.url());
        assertEquals("image/png", one.type().value());
        assertTrue(!one.url().equals(two.url()));
    }

    @Test
    void keepsTextPlainAndInEverSmallerCodings() throws IOException {
        assertTrue(Brotli.available());
        Asset asset = read(file("a.txt", TEXT));

        assertEquals("text/plain; charset=utf-8", asset.contentType());
        assertArrayEquals(TEXT, bytes(asset, "identity"));
        byte[] gzip = bytes(asset, "gzip");
        byte[] brotli = bytes(asset, "br");
        assertArrayEquals(TEXT, new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes());
        try (InputStream plain = new BrotliInputStream(new ByteArrayInputStream(brotli))) {
            assertArrayEquals(TEXT, plain.readAllBytes());
        }
        assertTrue(gzip.length < 200 && brotli.length < gzip.length, gzip.length + ", " + brotli.length);
    }

    @Test
    void compressesContentLargerThanItsBuffers() throws IOException {
        byte[] content = new byte[9 << 19];
        new Random(1).nextBytes(content);
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) ('0' + (content[i] & 0x3F)); // three quarters of it remain
        }
        Asset asset = read(file("a.csv", content));

        assertArrayEquals(content, new GZIPInputStream(new ByteArrayInputStream(bytes(asset, "gzip"))).readAllBytes());
        try (InputStream plain = new BrotliInputStream(new ByteArrayInputStream(bytes(asset, "br")))) {
            assertArrayEquals(content, plain.readAllBytes());
        }
    }

    @Test
    void skipsCompressionThatDoesNotPay() throws IOException {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);

        for (Served served : List.of(file("a.png", TEXT), file("a.bin", noise), file("a.txt", new byte[0]))) {
            assertEquals("identity", read(served).codings());
        }
    }

    @Test
    void holdsNoFileInTheHeap(@TempDir Path folder) throws IOException {
        Path film = folder.resolve("film.mp4");
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(50 << 20);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        AssetFile file = AssetFile.read("film.mp4", film);
        Served served = Served.file(file.name(), file.hash(), new FileContent(file, List.of()));
        ServedTable.write(List.of(served), OutputStream.nullOutputStream());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated < 8 << 20, allocated + " bytes were allocated");
    }

    @Test
    void isDeterministicForTheSameEntries() throws IOException {
        Served entry = Served.shim(List.of("/", "/b"), "0a1b", "<!doctype html>".repeat(40));

        assertArrayEquals(write(entry), write(entry));
    }

    @Test
    void compressesTheSmallestContentsBest() {
        assertEquals(5_000, Brotli.of(List.of(10L, 5_000L, 4L << 20, 5L << 20)).largestAtBest());
        assertEquals(0, Brotli.of(List.of(5L << 20)).largestAtBest());
        assertEquals(7, Brotli.of(List.of(3L, 7L)).largestAtBest());
        List<Long> equal = List.of(7L, 800_000L, 800_000L, 800_000L);
        assertEquals(7, Brotli.of(equal).largestAtBest());
    }
}
