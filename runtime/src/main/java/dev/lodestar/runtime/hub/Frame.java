package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.sse.FrameEvent;
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
    private final @Nullable Chunk delta;
    private final Once<Checksum> checksum;
    private final Once<Chunk> plain;
    private final Once<byte[]> block;
    private final Once<Chunk> keyframe;
    private final Once<Chunk> opening;

    private Frame(
            long sequence, FrameHash hash, byte[] event, Audience audience, GzipBlocks blocks, @Nullable Chunk delta) {
        this.sequence = sequence;
        this.hash = hash;
        this.event = event;
        this.blocks = blocks;
        this.delta = delta;
        this.checksum = new Once<>(() -> Checksum.of(event));
        this.plain = new Once<>(() -> audience.isPlainCrowd() ? Chunk.direct(event) : Chunk.of(event));
        this.block = new Once<>(() -> blocks.make(event, null));
        this.keyframe = new Once<>(() -> Chunk.of(block.get()));
        this.opening = new Once<>(() -> Chunk.of(GzipBlocks.header(), block.get()));
    }

    /** Makes the first frame of a feed, of what was rendered. */
    static Frame first(FrameHash hash, HtmlOutput rendered, Audience audience, GzipBlocks blocks) {
        byte[] event = FrameEvent.of(rendered.array(), rendered.size());
        return new Frame(1, hash, event, audience, blocks, null);
    }

    /** Makes the frame after this one. */
    Frame next(FrameHash hash, HtmlOutput rendered, Audience audience) {
        byte[] event = FrameEvent.of(rendered.array(), rendered.size());
        // Made now: later it would have to hold on to this frame.
        Chunk delta = audience.takesGzip() ? Chunk.of(blocks.make(event, this.event)) : null;
        return new Frame(sequence + 1, hash, event, audience, blocks, delta);
    }

    /** One more than that of the frame before. */
    long sequence() {
        return sequence;
    }

    /** Tells whether a rendering with this hash would look the same. */
    boolean shows(FrameHash other) {
        return hash.equals(other);
    }

    /** How many bytes the event has as it is. */
    int length() {
        return event.length;
    }

    /** The event as it is. */
    Chunk plain() {
        return plain.get();
    }

    /** A gzip block that is right behind anything. */
    Chunk keyframe() {
        return keyframe.get();
    }

    /** The keyframe as the beginning of a gzip stream. */
    Chunk opening() {
        return opening.get();
    }

    /** A gzip block that is right behind the event of the frame before this one, and nothing else; null if there is none. */
    @Nullable
    Chunk delta() {
        return delta;
    }

    /** The checksum of the event's plain bytes. */
    Checksum checksum() {
        return checksum.get();
    }
}
