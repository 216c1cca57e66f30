package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.sse.LineBreaks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes pieces as events that patch elements by their ids. Elements that cannot be parsed in a row come in several events. */
final class PieceEvents {
    private static final byte[] HEAD = "event: datastar-patch-elements\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE = "data: elements ".getBytes(StandardCharsets.US_ASCII);

    private final byte[] html;
    private final ByteArrayOutputStream out;

    private PieceEvents(byte[] html, int estimate) {
        this.html = html;
        this.out = new ByteArrayOutputStream(estimate);
    }

    /**
     * The events, in UTF-8.
     *
     * @param html what the outline is of
     * @param pieces its elements
     * @param estimate about how long the events will be
     */
    static byte[] of(byte[] html, Outline outline, int[] pieces, int estimate) {
        PieceEvents events = new PieceEvents(html, estimate);
        int level = -1;
        for (int piece : pieces) {
            if (level != outline.kind(piece).level()) {
                events.end(level);
                level = outline.kind(piece).level();
                events.out.writeBytes(HEAD);
            }
            events.lines(outline.start(piece), outline.end(piece));
        }
        events.end(level);
        return events.out.toByteArray();
    }

    private void end(int level) {
        if (level >= 0) {
            out.write('\n');
        }
    }

    private void lines(int from, int to) {
        int start = from;
        while (true) {
            int stop = LineBreaks.next(html, start, to);
            out.writeBytes(LINE);
            out.write(html, start, stop - start);
            out.write('\n');
            if (stop == to) {
                return;
            }
            start = LineBreaks.after(html, stop, to);
        }
    }
}
