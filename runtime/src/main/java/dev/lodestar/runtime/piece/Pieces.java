package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.HtmlOutput;
import org.jspecify.annotations.Nullable;

/** The pieces of a page that changed, sent in place of the whole page. */
public final class Pieces {
    /** A page with fewer bytes is cheap enough as it is, and a gzip stream gets it in fewer bytes as a delta. */
    private static final int LEAST = 8 * 1024;

    /** Pieces pay if they come to no more than this part of a page to which no delta reaches back. */
    private static final int SHARE = 2;

    /** The same for a page that has a delta, which pieces must not exceed by much. */
    private static final int SHARE_BESIDE_DELTA = 8;

    private Pieces() {}

    /** Whether pieces of a page are worth looking for: whether it is long enough, and has elements with ids. */
    public static boolean mayBeIn(HtmlOutput page) {
        return page.size() >= LEAST && page.marks().size() > 0;
    }

    /**
     * The events that make a page show a rendering of a feed, as the frame of that rendering would, provided that it
     * shows exactly the rendering before. They patch the smallest elements with ids that hold everything that changed.
     *
     * @param before the rendering that the page shows
     * @param after the rendering that the page is to show
     * @return the bytes of one or more whole events; null if the frame is to be sent, because pieces are not certain to
     *     do the same, no element with an id surrounds what changed, nothing changed or the pieces are too large a part
     *     of the page
     */
    public static byte @Nullable [] of(Rendered before, Rendered after) {
        return of(before, after, after.html().length / SHARE);
    }

    /** As above, if the whole page could be sent as a delta instead: pieces must then be a smaller part of it. */
    public static byte @Nullable [] besideDelta(Rendered before, Rendered after) {
        return of(before, after, after.html().length / SHARE_BESIDE_DELTA);
    }

    /** As above, if the pieces have no more bytes than {@code most}. */
    public static byte @Nullable [] of(Rendered before, Rendered after, int most) {
        try {
            Changes changes = Changes.between(before, after);
            int length = changes.length();
            if (length == 0 || length > most) {
                return null;
            }
            changes.checkIds();
            return PieceEvents.of(after, changes.pieces(), length);
        } catch (Unclear unclear) {
            return null;
        }
    }
}
