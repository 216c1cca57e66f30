package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the table that {@code dev.lodestar.runtime.asset.AssetTable} reads, in big-endian order: the eight characters
 * {@code LODESTAR}, the format's version, the number of entries, and for each its path, content type, content hash,
 * whether it is immutable, and its variants, of which each is an encoding, a length and bytes.
 */
public final class ServedTable {
    /** The name of the resource, beside the generated classes. */
    public static final String RESOURCE = "lodestar.table";

    private static final int VERSION = 1;
    private static final byte IDENTITY = 0;
    private static final byte GZIP = 1;

    private ServedTable() {}

    /** Writes the table; the same entries give the same bytes. */
    public static void write(List<Served> entries, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.write("LODESTAR".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(VERSION);
        out.writeInt(entries.size());
        for (Served entry : entries) {
            write(entry, out);
        }
        out.flush();
    }

    private static void write(Served entry, DataOutputStream out) throws IOException {
        out.writeUTF(entry.path());
        out.writeUTF(entry.contentType());
        out.writeUTF(ContentHash.of(entry.content()));
        out.writeByte(entry.immutable() ? 1 : 0);
        Map<Byte, byte[]> variants = variants(entry.content());
        out.writeByte(variants.size());
        for (Map.Entry<Byte, byte[]> variant : variants.entrySet()) {
            out.writeByte(variant.getKey());
            out.writeInt(variant.getValue().length);
            out.write(variant.getValue());
        }
    }

    private static Map<Byte, byte[]> variants(byte[] content) throws IOException {
        Map<Byte, byte[]> variants = new LinkedHashMap<>();
        variants.put(IDENTITY, content);
        byte[] gzip = gzip(content);
        if (gzip.length < content.length * 0.95) { // less of a gain is not worth the browser's unpacking
            variants.put(GZIP, gzip);
        }
        return variants;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
