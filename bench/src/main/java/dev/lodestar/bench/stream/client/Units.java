package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The units seen at one place, newest first; the oldest are evicted. */
final class Units {
    private static final int MOST = 16;

    private Unit @Nullable [] units;
    private int size;

    /** Adds a unit, unless it is already there. */
    void add(Unit unit) {
        for (int i = 0; i < size; i++) {
            if (units[i] == unit) {
                return;
            }
        }
        if (units == null) {
            units = new Unit[MOST];
        }
        size = Math.min(size + 1, MOST);
        System.arraycopy(units, 0, units, 1, size - 1);
        units[0] = unit;
    }

    /**
     * Finds a unit that continues with these bytes.
     *
     * @param begun a unit that the stream has matched so far, or null
     * @param offset how many bytes have matched
     */
    @Nullable
    Unit find(@Nullable Unit begun, int offset, ByteBuffer bytes) {
        for (int i = 0; i < size; i++) {
            Unit unit = units[i];
            if (unit != begun && unit.begins(begun, offset) && unit.continues(offset, bytes)) {
                return unit;
            }
        }
        return null;
    }
}
