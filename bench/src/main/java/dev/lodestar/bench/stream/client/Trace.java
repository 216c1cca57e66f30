package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The place of all streams with the same history, and the units that may come next.
 *
 * @param own units that have followed this history
 * @param afterLast units that have followed its last unit, whatever was before it
 * @param anywhere units that may follow anything
 */
record Trace(History history, Units own, Units afterLast, Units anywhere) {
    /** Finds a unit that continues with these bytes; see {@link Units#find}. */
    @Nullable
    Unit find(@Nullable Unit begun, int offset, ByteBuffer bytes) {
        Unit unit = afterLast.find(begun, offset, bytes);
        unit = unit == null ? own.find(begun, offset, bytes) : unit;
        return unit == null ? anywhere.find(begun, offset, bytes) : unit;
    }

    /** Records that a unit came here, for the next stream. */
    void came(Unit unit) {
        switch (unit.reach()) {
            case NOTHING -> {
                anywhere.add(unit);
                // It is found here at once, when the other places have newer ones first.
                afterLast.add(unit);
            }
            case LAST -> afterLast.add(unit);
            case ALL -> own.add(unit);
        }
    }

    Position position() {
        return history.position();
    }
}
