package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.sse.FrameEvent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of a feed, as an event that all its subscribers share. Each of its forms is made once, when the first
 * subscriber needs it. Safe for use by any thread.
 */
final class Frame {
    private final long sequence;
    private final FrameHash hash;
    private final byte[] event;
    private final GzipBlocks blocks;
    private final byte @Nullable [] delta;
    private @Nullable ByteBuffer plain;
    private @Nullable Checksum checksum;
    private byte @Nullable [] keyframe;

    private Frame(long sequence, FrameHash hash, byte[] event, GzipBlocks blocks, byte @Nullable [] delta) {
        this.sequence = sequence;
        this.hash = hash;
        this.event = event;
        this.blocks = blocks;
        this.delta = delta;
    }

    /** Makes the first frame of a feed, of what was rendered. */
    static Frame first(FrameHash hash, HtmlOutput rendered, GzipBlocks blocks) {
        return new Frame(1, hash, FrameEvent.of(rendered.array(), rendered.size()), blocks, null);
    }

    /**
     * Makes the frame after this one.
     *
     * @param compressed whether anybody takes gzip, so that a delta is worth its while
     */
    Frame next(FrameHash hash, HtmlOutput rendered, boolean compressed) {
        byte[] event = FrameEvent.of(rendered.array(), rendered.size());
        // Made now: later it would have to hold on to this frame.
        byte[] delta = compressed ? blocks.make(event, this.event) : null;
        return new Frame(sequence + 1, hash, event, blocks, delta);
    }

    /** One more than that of the frame before. */
    long sequence() {
        return sequence;
    }

    /** Tells whether a rendering with this hash would look the same. */
    boolean shows(FrameHash other) {
        return hash.equals(other);
    }

    /** The event's bytes as they are, outside of the heap, with a position of the caller's own. */
    synchronized ByteBuffer plain() {
        if (plain == null) {
            plain = ByteBuffer.allocateDirect(event.length).put(event).flip().asReadOnlyBuffer();
        }
        return plain.duplicate();
    }

    /** A gzip block that is right behind anything. */
    synchronized byte[] keyframe() {
        if (keyframe == null) {
            keyframe = blocks.make(event, null);
        }
        return keyframe;
    }

    /** A gzip block that is right behind the frame before this one, and nothing else; null if there is none. */
    byte @Nullable [] delta() {
        return delta;
    }

    /** The checksum of the event's plain bytes. */
    synchronized Checksum checksum() {
        if (checksum == null) {
            checksum = Checksum.of(event);
        }
        return checksum;
    }
}
