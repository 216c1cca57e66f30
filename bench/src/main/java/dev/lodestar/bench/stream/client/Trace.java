package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The place of all streams that have the same history, and the units that may come next.
 *
 * @param own units that were seen to follow this history
 * @param afterLast units that were seen to follow its last unit, whatever was before that
 * @param anywhere units that may follow anything
 */
record Trace(History history, Units own, Units afterLast, Units anywhere) {
    /** Finds a unit that goes on with these bytes; see {@link Units#find}. */
    @Nullable
    Unit find(@Nullable Unit begun, int offset, ByteBuffer bytes) {
        Unit unit = afterLast.find(begun, offset, bytes);
        unit = unit == null ? own.find(begun, offset, bytes) : unit;
        return unit == null ? anywhere.find(begun, offset, bytes) : unit;
    }

    /** Notes that a unit came here, for whoever comes next. */
    void came(Unit unit) {
        switch (unit.reach()) {
            case NOTHING -> {
                anywhere.add(unit);
                // It is found at once here, when everywhere else newer ones are.
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
