package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.sse.FrameEvent;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of a feed, as an event that all its subscribers share. Each of its forms is made once, when the first
 * subscriber needs it. Safe for use by any thread.
 */
final class Frame {
    private final long sequence;
    private final FrameHash hash;
    private final int size;
    private final GzipBlocks blocks;

    /** The rendering, if a delta would not reach back to the one before. */
    private final byte @Nullable [] large;

    private final Once<byte[]> event;
    private final Once<Checksum> checksum;
    private final Once<Chunk> plain;
    private final Once<byte[]> block;
    private final Once<Chunk> keyframe;
    private final Once<Chunk> opening;

    // Made when the frame is: later they would have to hold on to the frame before.
    private @Nullable Chunk delta;
    private @Nullable Pieced pieces;

    private Frame(long sequence, FrameHash hash, HtmlOutput rendered, Audience audience, GzipBlocks blocks) {
        this.sequence = sequence;
        this.hash = hash;
        this.size = rendered.size();
        this.blocks = blocks;
        this.large = rendered.size() > GzipBlocks.WINDOW ? rendered.toByteArray() : null;
        this.event = large == null ? eventOf(rendered) : new Once<>(() -> FrameEvent.of(large, large.length));
        this.checksum = new Once<>(() -> Checksum.of(event.get()));
        this.plain = new Once<>(() -> Chunk.sharedBy(audience.plain(), event.get()));
        this.block = new Once<>(() -> blocks.make(event.get(), null));
        this.keyframe = new Once<>(() -> Chunk.of(block.get()));
        this.opening = new Once<>(() -> Chunk.of(GzipBlocks.header(), block.get()));
    }

    // Not later: the output is used again.
    private static Once<byte[]> eventOf(HtmlOutput rendered) {
        byte[] made = FrameEvent.of(rendered.array(), rendered.size());
        return new Once<>(() -> made);
    }

    /** Makes the first frame of a feed, of what was rendered. */
    static Frame first(FrameHash hash, HtmlOutput rendered, Audience audience, GzipBlocks blocks) {
        return new Frame(1, hash, rendered, audience, blocks);
    }

    /** Makes the frame after this one. */
    Frame next(FrameHash hash, HtmlOutput rendered, Audience audience) {
        Frame next = new Frame(sequence + 1, hash, rendered, audience, blocks);
        if (large != null && next.large != null) {
            byte[] events = Pieces.of(large, large.length, next.large, next.large.length);
            next.pieces = events == null ? null : new Pieced(events, audience, blocks);
        } else if (audience.takesGzip() && next.large == null) {
            next.delta = Chunk.sharedBy(audience.compressed(), blocks.make(next.event.get(), event.get()));
        }
        return next;
    }

    /** One more than that of the frame before. */
    long sequence() {
        return sequence;
    }

    /** Tells whether a rendering with this hash would look the same. */
    boolean shows(FrameHash other) {
        return hash.equals(other);
    }

    /** How many bytes the rendering has. */
    int size() {
        return size;
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

    /** What is different from the frame before this one; null if it is the whole, or little less. */
    @Nullable
    Pieced pieces() {
        return pieces;
    }

    /** The checksum of the event's plain bytes. */
    Checksum checksum() {
        return checksum.get();
    }
}
