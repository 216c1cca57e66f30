package dev.lodestar.processor.application;

import dev.lodestar.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Derives names from content: the first 64 bits of its SHA-256 hash, in hexadecimal. */
public final class ContentHash {
    private static final int BYTES = 8;

    private ContentHash() {}

    /** The hash of a text's UTF-8 bytes, 16 characters long. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of bytes, 16 characters long. */
    public static String of(byte[] content) {
        return inHex(Sha256.digest().digest(content));
    }

    /** The hash of the rest of a stream, 16 characters long. */
    public static String of(InputStream content) throws IOException {
        MessageDigest sha256 = Sha256.digest();
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return inHex(sha256.digest());
    }

    private static String inHex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
