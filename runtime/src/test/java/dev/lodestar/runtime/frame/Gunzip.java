package dev.lodestar.runtime.frame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/** Decodes gzip as a browser does. */
public final class Gunzip {
    private static final int HEADER = 10;

    private Gunzip() {}

    /** Decodes the beginning of a stream, as far as it has arrived. */
    public static byte[] start(byte[] bytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Inflater inflater = new Inflater(true);
        try {
            if (bytes.length > HEADER) {
                inflater.setInput(bytes, HEADER, bytes.length - HEADER);
            }
            byte[] part = new byte[8192];
            for (int n = inflater.inflate(part); n > 0; n = inflater.inflate(part)) {
                plain.write(part, 0, n);
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new AssertionError("The stream cannot be decoded.", e);
        } finally {
            inflater.end();
        }
    }

    /** Decodes a whole stream, and checks its trailer. */
    public static byte[] whole(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
