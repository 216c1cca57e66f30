package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates the blocks of gzip streams. A block that ends in a sync flush (an empty stored block: 00 00 FF FF) ends at a
 * byte boundary, so inflating can begin again after it, with the preceding 32 KiB of text as the dictionary (RFC 1951,
 * 2).
 */
final class Gunzip {
    static final int WINDOW = 32 << 10;

    /** RFC 1952, 2.3, without optional parts. */
    private static final int HEAD = 10;

    private final Inflater inflater = new Inflater(true);
    private byte[] output = new byte[64 << 10];

    /** Finds the end of a sync flush after {@code from}; -1 if there is none. */
    static int flushed(byte[] bytes, int length, int from) {
        for (int i = Math.max(from, 0) + 4; i <= length; i++) {
            if (bytes[i - 1] == -1 && bytes[i - 2] == -1 && bytes[i - 3] == 0 && bytes[i - 4] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Checks the head of a stream. Returns its length; 0 if it is not complete yet. */
    static int head(byte[] bytes, int length) throws IOException {
        if (length < HEAD) {
            return 0;
        }
        if (bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 8 || bytes[3] != 0) {
            throw new IOException("A stream does not begin as gzip does.");
        }
        return HEAD;
    }

    /**
     * Inflates blocks. If it succeeds, they refer to nothing before the dictionary.
     *
     * @param window the preceding text, of which the last 32 KiB count
     * @return null if they refer further back
     */
    byte @Nullable [] inflate(byte[] bytes, int from, int end, byte[] window) throws IOException {
        inflater.reset();
        if (window.length > 0) {
            int dictionary = Math.min(window.length, WINDOW);
            inflater.setDictionary(window, window.length - dictionary, dictionary);
        }
        inflater.setInput(bytes, from, end - from);
        int length = 0;
        try {
            while (true) {
                length += inflater.inflate(output, length, output.length - length);
                if (inflater.finished()) {
                    throw new IOException("The server ended the gzip stream.");
                }
                if (length < output.length) {
                    return Arrays.copyOf(output, length);
                }
                output = Arrays.copyOf(output, 2 * output.length);
            }
        } catch (DataFormatException e) {
            return null;
        }
    }
}
