package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.sse.ElementEvents;

/** Pieces as events that patch elements by their ids. Elements that cannot be parsed in a row come in several events. */
final class PieceEvents {
    private static final int NO_LEVEL = -1;

    private PieceEvents() {}

    /**
     * The events, in UTF-8.
     *
     * @param html what the outline is of
     * @param pieces its elements
     * @param estimate about how long the events will be
     */
    static byte[] of(byte[] html, Outline outline, int[] pieces, int estimate) {
        ElementEvents events = new ElementEvents(estimate);
        int level = NO_LEVEL;
        for (int piece : pieces) {
            if (level != outline.kind(piece).level()) {
                if (level != NO_LEVEL) {
                    events.end();
                }
                level = outline.kind(piece).level();
                events.begin();
            }
            events.elements(html, outline.start(piece), outline.end(piece));
        }
        events.end();
        return events.toByteArray();
    }
}
