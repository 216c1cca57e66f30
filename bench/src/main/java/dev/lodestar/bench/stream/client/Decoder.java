package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes units of streams, each distinct unit after a distinct history only once. Confined to one thread. */
final class Decoder {
    private final Gunzip gunzip = new Gunzip();
    private final Browser browser;
    private final Map<Text, Text> texts = new Recent<>(512);
    private final Map<Position, Units> anywhere = new HashMap<>();
    private final Map<After, Units> after = new Recent<>(512);
    private final Map<History, Trace> traces = new Recent<>(4096);
    private final Map<Turn, Step> steps = new Recent<>(4096);
    private byte[] content = new byte[64 << 10];

    /** @param rows the number of rows in the pages */
    Decoder(int rows) {
        browser = new Browser(rows);
    }

    private record After(Text last, Position position) {}

    private record Turn(Trace trace, Unit unit) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Turn turn && turn.trace == trace && turn.unit == unit;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(trace) + System.identityHashCode(unit);
        }
    }

    /**
     * The effect of a unit on a stream.
     *
     * @param next the trace after it
     * @param pages the complete pages that it shows, one after the other
     */
    record Step(Trace next, List<Page> pages) {}

    /** The trace of a stream that begins. */
    Trace start(Position position) {
        return trace(History.none(position));
    }

    /** The effect of a unit after a trace. */
    Step step(Trace trace, Unit unit) throws IOException {
        Turn turn = new Turn(trace, unit);
        Step step = steps.get(turn);
        if (step == null) {
            Browser.Shown shown = browser.show(trace.history().page(), unit.text());
            step = new Step(trace(trace.history().and(unit, shown.last())), shown.whole());
            steps.put(turn, step);
            trace.came(unit);
        }
        return step;
    }

    private Trace trace(History history) {
        return traces.computeIfAbsent(
                history,
                key -> new Trace(
                        key,
                        new Units(),
                        after.computeIfAbsent(new After(key.last(), key.position()), last -> new Units()),
                        anywhere.computeIfAbsent(key.position(), position -> new Units())));
    }

    /**
     * Decodes the first unit of bytes that no stream has received before.
     *
     * @return null if it is not complete yet
     */
    @Nullable
    Unit decode(Trace trace, byte[] wire, int length) throws IOException {
        if (content.length < length) {
            content = new byte[2 * length];
        }
        int available = Body.content(trace.position(), wire, length, content);
        return trace.position().gzip()
                ? compressed(trace, wire, length, available)
                : plain(trace, wire, length, available);
    }

    private @Nullable Unit plain(Trace trace, byte[] wire, int length, int available) throws IOException {
        int end = Event.end(content, available, 0);
        return end < 0 ? null : unit(trace, wire, length, end, Arrays.copyOf(content, end), Unit.Reach.NOTHING);
    }

    private @Nullable Unit compressed(Trace trace, byte[] wire, int length, int available) throws IOException {
        int start = trace.position().begun() ? 0 : Gunzip.head(content, available);
        if (start == 0 && !trace.position().begun()) {
            return null;
        }
        for (int end = Gunzip.flushed(content, available, start);
                end >= 0;
                end = Gunzip.flushed(content, available, end)) {
            for (Unit.Reach reach : Unit.Reach.values()) {
                byte[] text = gunzip.inflate(content, start, end, window(trace, reach));
                if (text != null && Event.areWhole(text)) {
                    return unit(trace, wire, length, end, text, reach);
                } else if (text != null) {
                    break;
                } else if (reach == Unit.Reach.ALL) {
                    throw new IOException("A stream is no longer a gzip stream.");
                }
            }
        }
        return null;
    }

    private static byte[] window(Trace trace, Unit.Reach reach) {
        return switch (reach) {
            case NOTHING -> new byte[0];
            case LAST -> trace.history().last().bytes();
            case ALL -> trace.history().window();
        };
    }

    private Unit unit(Trace trace, byte[] wire, int length, int contentLength, byte[] text, Unit.Reach reach)
            throws IOException {
        Body.Place end = Body.place(trace.position(), wire, length, contentLength);
        Text read = new Text(text);
        Text known = texts.putIfAbsent(read, read);
        return new Unit(
                ByteBuffer.wrap(Arrays.copyOf(wire, end.wire())),
                known == null ? read : known,
                reach,
                trace.position().after(end.left()));
    }
}
