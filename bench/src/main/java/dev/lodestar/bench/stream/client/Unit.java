package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a stream as it arrived, from one boundary between events to the next: one event, unless several were put
 * into one block.
 *
 * @param wire its bytes
 * @param text its decoded text
 * @param reach what must precede it for this text
 * @param next where the stream is after it
 */
record Unit(ByteBuffer wire, Text text, Reach reach, Position next) {
    /** What the meaning of a unit depends on. */
    enum Reach {
        /** Nothing: it means the same in any stream. */
        NOTHING,
        /** The preceding unit. */
        LAST,
        /** Everything that the stream received before, as far as deflate looks back. */
        ALL
    }

    int length() {
        return wire.limit();
    }

    /** Whether bytes continue the unit at an offset; compares at most as many as the unit has. */
    boolean continues(int offset, ByteBuffer bytes) {
        int run = Math.min(length() - offset, bytes.remaining());
        int limit = bytes.limit();
        wire.position(offset).limit(offset + run);
        int difference = wire.mismatch(bytes.limit(bytes.position() + run));
        bytes.limit(limit);
        wire.clear();
        return difference < 0;
    }

    /** Whether another unit begins with the same bytes, up to a length. */
    boolean begins(@Nullable Unit other, int bytes) {
        return other == null
                || (bytes <= length()
                        && wire.slice(0, bytes).equals(other.wire().slice(0, bytes)));
    }
}
