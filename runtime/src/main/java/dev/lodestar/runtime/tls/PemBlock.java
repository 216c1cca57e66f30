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
 * A block of a PEM file (RFC 7468). Text between blocks is a comment.
 *
 * @param label the label of the block, such as {@code CERTIFICATE}
 * @param text the lines between the first and the last one
 */
record PemBlock(String label, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\R([^-]*(?:-[^-]+)*)-----END \\1-----");

    /**
     * Reads the blocks of a file.
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

    /** The decoded content of the block. */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(text);
    }

    /** Formats a block for a file. */
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
