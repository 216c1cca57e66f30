package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a stream as it came, from one place between two events to the next such place: one event, unless several were
 * put into one block.
 *
 * @param wire its bytes
 * @param text what they mean
 * @param reach what they mean it behind
 * @param next where the stream is after it
 */
record Unit(ByteBuffer wire, Text text, Reach reach, Position next) {
    /** What a unit depends on. */
    enum Reach {
        /** Nothing: it means the same in any stream. */
        NOTHING,
        /** The unit before. */
        LAST,
        /** All that the stream had before, as far as deflate looks back. */
        ALL
    }

    int length() {
        return wire.limit();
    }

    /** Whether bytes continue the unit at an offset; as many of them are looked at as the unit has. */
    boolean continues(int offset, ByteBuffer bytes) {
        int run = Math.min(length() - offset, bytes.remaining());
        int limit = bytes.limit();
        wire.position(offset).limit(offset + run);
        int difference = wire.mismatch(bytes.limit(bytes.position() + run));
        bytes.limit(limit);
        wire.clear();
        return difference < 0;
    }

    /** Whether another unit begins with the same bytes, so many of them. */
    boolean begins(@Nullable Unit other, int bytes) {
        return other == null
                || (bytes <= length()
                        && wire.slice(0, bytes).equals(other.wire().slice(0, bytes)));
    }
}
