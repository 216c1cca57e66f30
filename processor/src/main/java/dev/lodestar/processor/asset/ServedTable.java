package dev.lodestar.processor.asset;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the table that {@code dev.lodestar.runtime.asset.AssetTable} reads, in big-endian order: the eight characters
 * {@code LODESTAR}, the version of the format, the number of entries, and for each entry: the number of its addresses
 * and each of them, a path and whether it is immutable; its content type; its content hash; its variants, each an
 * encoding, a length and bytes; and a byte that ends them. Strings are as in {@link DataOutputStream#writeUTF}.
 */
public final class ServedTable {
    /** The name of the resource, beside the generated classes. */
    public static final String RESOURCE = "lodestar.table";

    private static final int VERSION = 2;
    private static final int IDENTITY = 0;
    private static final int GZIP = 1;
    private static final int BROTLI = 2;
    private static final int END = 0xFF;
    /** A smaller gain is not worth the browser's work. */
    private static final double GAIN = 0.95;

    private final DataOutputStream out;
    private final Brotli brotli;
    private final Scratch scratch = new Scratch();

    private ServedTable(OutputStream out, Brotli brotli) {
        this.out = new DataOutputStream(out);
        this.brotli = brotli;
    }

    /** Writes the table; equal entries produce equal bytes. */
    public static void write(List<Served> entries, OutputStream stream) throws IOException {
        Brotli brotli = Brotli.of(entries.stream()
                .filter(entry -> entry.type().compressible())
                .map(entry -> entry.content().length())
                .sorted()
                .toList());
        ServedTable table = new ServedTable(stream, brotli);
        try {
            table.write(entries);
        } finally {
            table.scratch.delete();
        }
    }

    private void write(List<Served> entries) throws IOException {
        out.write("LODESTAR".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(VERSION);
        out.writeInt(entries.size());
        for (Served entry : entries) {
            write(entry);
        }
        out.flush();
    }

    private void write(Served entry) throws IOException {
        out.writeInt(entry.addresses().size());
        for (Served.Address address : entry.addresses()) {
            out.writeUTF(address.path());
            out.writeBoolean(address.immutable());
        }
        out.writeUTF(entry.type().value());
        out.writeUTF(entry.hash());
        writeVariants(entry.content(), entry.type().compressible());
        out.writeByte(END);
    }

    private void writeVariants(Content content, boolean compressible) throws IOException {
        long length = content.length();
        out.writeByte(IDENTITY);
        out.writeInt(Math.toIntExact(length));
        content.writeTo(out);
        if (compressible) {
            long gzip = writeCompressed(GZIP, content, BestGzip::new, (long) (length * GAIN));
            if (Brotli.available()) {
                writeCompressed(BROTLI, content, to -> brotli.compress(length, to), gzip);
            }
        }
    }

    private interface Compression {
        OutputStream to(OutputStream out) throws IOException;
    }

    /** Writes a variant if it is smaller than a limit, and returns the limit for the next one. */
    private long writeCompressed(int encoding, Content content, Compression compression, long limit)
            throws IOException {
        scratch.clear();
        try (OutputStream compressed = compression.to(scratch)) {
            content.writeTo(compressed);
        }
        if (scratch.size() >= limit) {
            return limit;
        }
        out.writeByte(encoding);
        out.writeInt(Math.toIntExact(scratch.size()));
        scratch.copyTo(out);
        return scratch.size();
    }
}
