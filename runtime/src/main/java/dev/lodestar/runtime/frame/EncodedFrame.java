package dev.lodestar.runtime.frame;

import org.jspecify.annotations.Nullable;

/** A frame in one encoding, shared by all streams that use it. Safe for use by any thread. */
public final class EncodedFrame {
    private final EncodedEvents whole;
    private final @Nullable EncodedEvents pieces;
    private final @Nullable Lazy<Chunk> delta;

    EncodedFrame(EncodedEvents whole, @Nullable EncodedEvents pieces, @Nullable Lazy<Chunk> delta) {
        this.whole = whole;
        this.pieces = pieces;
        this.delta = delta;
    }

    /** The whole frame. */
    public EncodedEvents whole() {
        return whole;
    }

    /** Only what has changed since the previous frame; null if the frame {@linkplain Frame#hasPieces has no pieces}. */
    public @Nullable EncodedEvents pieces() {
        return pieces;
    }

    /** Whether there is a {@link #delta}. */
    boolean hasDelta() {
        return delta != null;
    }

    /**
     * The whole frame, as a block that may follow nothing but the event of the previous one; null if there is none.
     */
    public @Nullable Chunk delta() {
        return delta == null ? null : delta.get();
    }
}
