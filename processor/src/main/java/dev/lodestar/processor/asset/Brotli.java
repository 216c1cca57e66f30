package dev.lodestar.processor.asset;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Compresses with Brotli (RFC 7932), where its native library can be loaded.
 *
 * @param largestAtBest the length of the largest content that is compressed at the best quality
 */
public record Brotli(long largestAtBest) {
    /** How many bytes of an application are compressed at the best quality; this many take some seconds. */
    private static final long BEST_BYTES = 2 << 20;

    private static final int BEST = 11;
    /** Forty times as fast as the best quality, for a seventh more bytes. */
    private static final int GOOD = 6;

    private static final int SMALLEST_WINDOW = 16;
    private static final int LARGEST_WINDOW = 22;

    /** Whether the library is available on this platform. */
    public static boolean available() {
        return Brotli4jLoader.isAvailable();
    }

    /** Chooses what to compress at the best quality: the smallest contents, as far as time allows. */
    static Brotli of(Iterable<Long> ascendingLengths) {
        long largest = 0;
        long smaller = 0;
        long sum = 0;
        for (long length : ascendingLengths) {
            sum += length;
            if (sum > BEST_BYTES) {
                // All contents of one length are compressed alike.
                return new Brotli(length == largest ? smaller : largest);
            }
            smaller = length == largest ? smaller : largest;
            largest = length;
        }
        return new Brotli(largest);
    }

    /** A stream that compresses content of a length. */
    OutputStream compress(long length, OutputStream out) throws IOException {
        int window = SMALLEST_WINDOW;
        while (window < LARGEST_WINDOW && 1L << window < length) {
            window++; // a window larger than the content only costs time
        }
        return new BrotliOutputStream(
                out,
                new Encoder.Parameters()
                        .setQuality(length <= largestAtBest ? BEST : GOOD)
                        .setWindow(window),
                1 << 16);
    }
}
