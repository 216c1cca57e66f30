package dev.lodestar.runtime.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a PEM file (RFC 7468). What stands between the blocks is a comment.
 *
 * @param label what the block says it is, such as {@code CERTIFICATE}
 * @param text what stands between its first and its last line
 */
record PemBlock(String label, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\R([^-]*(?:-[^-]+)*)-----END \\1-----");

    /**
     * Reads a file's blocks.
     *
     * @param what what the file is, for messages
     * @throws TlsException if the file cannot be read, or is empty
     */
    static List<PemBlock> read(String what, Path file) throws TlsException {
        String content;
        try {
            content = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new TlsException("The " + what + " " + file + " cannot be read: " + reason(e) + ".", e);
        }
        if (content.isBlank()) {
            throw new TlsException("The " + what + " " + file + " is empty.", null);
        }
        return BLOCK.matcher(content)
                .results()
                .map(block -> new PemBlock(block.group(1), block.group(2)))
                .toList();
    }

    /** What the block holds. */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(text);
    }

    /** A block as it stands in a file. */
    static String write(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "this process may not" : String.valueOf(e.getMessage());
    }
}
