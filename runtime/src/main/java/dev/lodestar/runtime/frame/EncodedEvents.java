package dev.lodestar.runtime.frame;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One or more whole events in one encoding. They are encoded when the first stream is sent them, and shared by all
 * others. Safe for use by any thread.
 */
public final class EncodedEvents {
    private final Supplier<byte[]> plain;
    private final Lazy<byte[]> bytes;
    private final Lazy<Chunk> block;
    private final Lazy<Chunk> opening;
    private volatile @Nullable Object derived;

    /**
     * Encodes nothing yet.
     *
     * @param plain the events as they are; returns the same array each time
     * @param encoded encodes them
     * @param start the bytes before the first block of a stream
     * @param streams how many streams are likely to be sent the events
     */
    EncodedEvents(Supplier<byte[]> plain, Supplier<byte[]> encoded, byte[] start, int streams) {
        this.plain = plain;
        this.bytes = new Lazy<>(encoded);
        this.block = new Lazy<>(() -> Chunk.sharedBy(streams, bytes.get()));
        this.opening = new Lazy<>(() -> Chunk.of(start, bytes.get()));
    }

    /**
     * Returns a value that an encoding computes from the plain bytes, such as a checksum. It is computed once for all
     * streams.
     *
     * @param function the same one each time
     */
    @SuppressWarnings("unchecked") // The function is the same one each time.
    public <T> T derive(Function<byte[], T> function) {
        Object known = derived;
        return known == null ? compute(function) : (T) known;
    }

    @SuppressWarnings("unchecked")
    private synchronized <T> T compute(Function<byte[], T> function) {
        Object known = derived;
        if (known == null) {
            known = function.apply(plain.get());
            derived = known;
        }
        return (T) known;
    }

    /** A block that may follow any other block. */
    Chunk block() {
        return block.get();
    }

    /** The same block, as the beginning of a stream. */
    Chunk opening() {
        return opening.get();
    }
}
