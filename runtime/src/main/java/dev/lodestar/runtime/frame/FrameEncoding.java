package dev.lodestar.runtime.frame;

import dev.lodestar.runtime.sse.FrameEvent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An encoding in which streams can be sent, such as gzip. Everything that is specific to the encoding is in its
 * subclass.
 *
 * <p>An encoded stream is what {@link #start} returns, then blocks, then what the {@link StreamEncoder} ends it with.
 * Each block holds one or more whole events, and the browser must be able to decode a block as soon as it has arrived.
 * Blocks are made once and shared by all streams; only the encoder may know anything about a single stream.
 *
 * <p>Subclasses are safe for use by any thread.
 */
public abstract class FrameEncoding implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final String token;
    private final Lazy<EncodedEvents> heartbeat = new Lazy<>(() -> encode(new Lazy<>(FrameEvent::heartbeat), 1));

    /** @param token the name of the encoding in {@code Accept-Encoding} and {@code Content-Encoding} */
    protected FrameEncoding(String token) {
        this.token = token;
    }

    /** The name of the encoding in {@code Accept-Encoding} and {@code Content-Encoding}. */
    public final String token() {
        return token;
    }

    /** Whether events are sent as they are. */
    public boolean isIdentity() {
        return false;
    }

    /**
     * Returns an encoder for a new stream. An encoding that needs no state for each stream returns the same
     * {@link StatelessEncoder} for all of them, others a {@link StatefulEncoder} of their own.
     */
    public abstract StreamEncoder newStream();

    /** The bytes before the first block of every stream; perhaps none. */
    protected byte[] start() {
        return NOTHING;
    }

    /** Encodes events as a block that may follow any other block. Called once for all streams. */
    protected abstract byte[] block(byte[] events);

    /**
     * How far back a {@linkplain #blockAfter dependent block} can refer, in bytes. Frames larger than this have none; 0
     * if the encoding has no dependent blocks.
     */
    protected int window() {
        return 0;
    }

    /**
     * Encodes events as a dependent block, which may follow nothing but the events before it. Called once for all
     * streams, and only if the encoding has a {@link #window}.
     */
    protected byte[] blockAfter(byte[] before, byte[] events) {
        return block(events);
    }

    /** Encodes the last events of a stream, which are for that stream only. */
    protected byte[] lastBlock(byte[] events) {
        return block(events);
    }

    /** Frees what the encoding holds outside of the heap. It can still be used afterwards. */
    @Override
    public void close() {}

    /** A heartbeat, shared by all streams. */
    final EncodedEvents heartbeat() {
        return heartbeat.get();
    }

    /**
     * Encodes a frame: the delta at once, since later it would have to keep the previous event in memory; the rest when
     * it is needed. Where there are pieces, few streams need the delta, so it is then made only when one does.
     *
     * @param streams how many streams are likely to be sent the frame
     * @param event the frame as an event; returns the same array each time
     * @param before the event of the previous frame, if the encoding can refer back to it
     * @param pieces the events that replace only what has changed since the previous frame, if there are any
     */
    final EncodedFrame encode(
            int streams, Supplier<byte[]> event, @Nullable Supplier<byte[]> before, byte @Nullable [] pieces) {
        Lazy<Chunk> delta = before == null
                ? null
                : new Lazy<>(() -> Chunk.sharedBy(streams, blockAfter(before.get(), event.get())));
        if (delta != null && pieces == null) {
            delta.get();
        }
        // Where there is a delta, few streams need the whole.
        EncodedEvents whole = encode(event, delta == null ? streams : 1);
        return new EncodedFrame(whole, pieces == null ? null : encode(() -> pieces, streams), delta);
    }

    private EncodedEvents encode(Supplier<byte[]> events, int streams) {
        return new EncodedEvents(events, () -> block(events.get()), start(), streams);
    }
}
