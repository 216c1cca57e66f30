package dev.lodestar.processor.asset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ServedTableTest {
    private static byte[] write(Served... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServedTable.write(List.of(entries), out);
        return out.toByteArray();
    }

    @Test
    void namesAssetsByTheirContent() {
        Served one = Served.asset("img/a b.png", "one".getBytes(StandardCharsets.UTF_8));
        Served two = Served.asset("img/a b.png", "two".getBytes(StandardCharsets.UTF_8));

        assertTrue(one.path().matches("/assets/[0-9a-f]{16}/img/a b\\.png"), one.path());
        assertTrue(one.url().endsWith("/img/a%20b.png"), one.url());
        assertEquals("image/png", one.contentType());
        assertTrue(!one.path().equals(two.path()));
    }

    @Test
    void keepsTextPlainAndCompressed() throws IOException {
        byte[] content = "lodestar ".repeat(500).getBytes(StandardCharsets.UTF_8);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(write(Served.asset("a.txt", content))));

        assertEquals("LODESTAR", new String(in.readNBytes(8), StandardCharsets.US_ASCII));
        assertEquals(1, in.readInt());
        assertEquals(1, in.readInt());
        assertTrue(in.readUTF().endsWith("/a.txt"));
        assertEquals("text/plain; charset=utf-8", in.readUTF());
        assertEquals(16, in.readUTF().length());
        assertEquals(1, in.readByte());
        assertEquals(2, in.readByte());
        assertEquals(0, in.readByte());
        assertArrayEquals(content, in.readNBytes(in.readInt()));
        assertEquals(1, in.readByte());
        byte[] gzip = in.readNBytes(in.readInt());
        assertArrayEquals(content, new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes());
        assertTrue(gzip.length < 200, gzip.length + " bytes");
        assertEquals(-1, in.read());
    }

    @Test
    void doesNotCompressWhatDoesNotGetSmaller() throws IOException {
        byte[] noise = new byte[4096];
        new Random(1).nextBytes(noise);

        assertTrue(write(Served.asset("a.png", noise)).length < noise.length + 200);
    }

    @Test
    void isTheSameForTheSameEntries() throws IOException {
        Served entry = Served.shim("/", "<!doctype html>".repeat(40));

        assertArrayEquals(write(entry), write(entry));
    }
}
