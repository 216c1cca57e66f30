package dev.lodestar.runtime.frame;

import dev.lodestar.runtime.metrics.ViewMeter.Form;

/** Picks the bytes that a stream is sent in its encoding. Confined to the stream's thread, unless it is stateless. */
public abstract class StreamEncoder {
    /** What a page shows when it is about to be sent a frame. */
    public enum Page {
        /** Exactly the previous frame. */
        FRAME_BEFORE,

        /** The previous frame, and perhaps patches that were not part of any frame. */
        PATCHED,

        /** An older frame, or none. */
        OLDER
    }

    StreamEncoder() {}

    /** Chooses the form in which the stream is sent a frame next. */
    public abstract Form form(EncodedFrame frame, Page page);

    /** The bytes of a frame in the form that {@link #form} chose just before. The caller writes them next. */
    public abstract Chunk frame(EncodedFrame frame, Form form);

    /** The bytes of a heartbeat. The caller writes them next. */
    public abstract Chunk heartbeat();

    /**
     * The bytes that complete the stream.
     *
     * @param events the last events; perhaps none
     */
    public abstract Chunk end(byte[] events);

    /** Makes the processor fetch the encoder's state from memory. The result is meaningless. */
    public abstract int prefetch();
}
