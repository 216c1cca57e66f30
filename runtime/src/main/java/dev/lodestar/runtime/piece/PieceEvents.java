package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.Fragment;
import dev.lodestar.runtime.sse.ElementEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces as events that patch elements by their ids. Elements that cannot be parsed in a row come in several events.
 */
final class PieceEvents {
    private PieceEvents() {}

    /**
     * The events, in UTF-8.
     *
     * @param length the number of bytes in the pieces
     */
    static byte[] of(Rendered page, List<Piece> pieces, int length) {
        ElementEvents events = new ElementEvents(length + 16 * pieces.size() + 64);
        @Nullable Fragment open = null;
        for (Piece piece : pieces) {
            Fragment fragment = page.marks().tag(piece.element()).fragment();
            if (open != fragment) {
                if (open != null) {
                    events.end();
                }
                open = fragment;
                events.begin();
            }
            events.elements(
                    page.html(),
                    page.marks().start(piece.element()),
                    page.marks().end(piece.element()));
        }
        events.end();
        return events.toByteArray();
    }
}
