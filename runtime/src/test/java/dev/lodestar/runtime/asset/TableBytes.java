package dev.lodestar.runtime.asset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes asset tables like the compiler. */
public final class TableBytes {
    private record Entry(List<String> paths, String type, List<byte[]> variants) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a shim: plain, gzipped and as "brotli". */
    public TableBytes shim(String path, String html) {
        byte[] plain = html.getBytes(StandardCharsets.UTF_8);
        entries.add(new Entry(List.of(path), "text/html; charset=utf-8", List.of(plain, gzip(plain), brotli(plain))));
        return this;
    }

    /** Adds a shim that every browser can read, whatever it accepts. */
    public TableBytes page(String path, String html) {
        return asset(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an asset with its plain bytes only. */
    public TableBytes asset(String path, String type, byte[] bytes) {
        return asset(List.of(path), type, bytes);
    }

    /** Adds an asset at several paths. */
    public TableBytes asset(List<String> paths, String type, byte[] bytes) {
        entries.add(new Entry(paths, type, List.of(bytes)));
        return this;
    }

    public AssetTable read() {
        return AssetTable.read(new ByteArrayInputStream(toByteArray()));
    }

    public byte[] toByteArray() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("LODESTAR");
            out.writeInt(2);
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                write(out, entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeInt(entry.paths.size());
        for (String path : entry.paths) {
            out.writeUTF(path);
            out.writeByte(path.startsWith("/assets/") ? 1 : 0);
        }
        out.writeUTF(entry.type);
        out.writeUTF("0a1b2c");
        for (int i = 0; i < entry.variants.size(); i++) {
            out.writeByte(i);
            out.writeInt(entry.variants.get(i).length);
            out.write(entry.variants.get(i));
        }
        out.writeByte(-1);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // The JDK has no brotli; the server only passes these bytes on.
    private static byte[] brotli(byte[] plain) {
        return ("br:" + plain.length).getBytes(StandardCharsets.UTF_8);
    }
}
