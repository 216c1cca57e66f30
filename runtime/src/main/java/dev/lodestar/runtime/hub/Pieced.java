package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;

/**
 * A frame as events that patch only what is different from the frame before, for a page that shows just that. Safe for use
 * by any thread.
 */
final class Pieced {
    private final Once<Chunk> plain;
    private final Once<Chunk> block;
    private final Once<Checksum> checksum;

    Pieced(byte[] events, Audience audience, GzipBlocks blocks) {
        this.plain = new Once<>(() -> Chunk.sharedBy(audience.plain(), events));
        this.block = new Once<>(() -> Chunk.sharedBy(audience.compressed(), blocks.make(events, null)));
        this.checksum = new Once<>(() -> Checksum.of(events));
    }

    /** The events as they are. */
    Chunk plain() {
        return plain.get();
    }

    /** A gzip block that is right behind anything. */
    Chunk block() {
        return block.get();
    }

    /** The checksum of the events' plain bytes. */
    Checksum checksum() {
        return checksum.get();
    }
}
