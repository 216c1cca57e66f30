package dev.lodestar.runtime.frame;

import org.jspecify.annotations.Nullable;

/**
 * A frame in one encoding, shared by all streams that use it. Safe for use by any thread.
 *
 * @param whole the whole frame
 * @param pieces only what has changed since the previous frame; null if the frame
 *     {@linkplain Frame#hasPieces has no pieces}
 * @param delta the whole frame, as a block that may follow nothing but the event of the previous one; null if there is
 *     none
 */
public record EncodedFrame(
        EncodedEvents whole,
        @Nullable EncodedEvents pieces,
        @Nullable Chunk delta) {}
