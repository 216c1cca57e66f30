package dev.lodestar.runtime.piece;

import org.jspecify.annotations.Nullable;

/** The pieces of a page that changed, in the place of the whole page. */
public final class Pieces {
    /** Under this many bytes a page is cheap enough as it is. */
    private static final int LEAST = 2048;

    /** The pieces are worth it if they come to one part of the page in so many. */
    private static final int SHARE = 2;

    private Pieces() {}

    /**
     * The events that make a page show a rendering of a feed, as the frame of that rendering would, if it shows just the one
     * before. They patch the smallest elements with ids that hold all that changed. Takes time in proportion to the
     * length of the renderings.
     *
     * @param before a buffer that begins with the rendering that the page shows, in UTF-8
     * @param beforeLength how many of its bytes are that rendering
     * @param after a buffer that begins with the rendering that the page is to show
     * @param afterLength how many of its bytes are that rendering
     * @return the bytes of one or more whole events; null if the frame is to be sent, because pieces are not certain to do the
     *     same, nothing with an id is around what changed, nothing changed, the page is shorter than 2 KiB or the pieces are
     *     more than half of it
     */
    public static byte @Nullable [] of(byte[] before, int beforeLength, byte[] after, int afterLength) {
        return afterLength < LEAST ? null : of(before, beforeLength, after, afterLength, afterLength / SHARE);
    }

    /** As above, for a page of any length, if the pieces have no more bytes than {@code most}. */
    static byte @Nullable [] of(byte[] before, int beforeLength, byte[] after, int afterLength, int most) {
        try {
            Changes changes = new Changes(before, beforeLength, after, afterLength);
            int[] pieces = changes.find();
            Outline outline = changes.outline();
            int length = 0;
            for (int piece : pieces) {
                length += outline.end(piece) - outline.start(piece);
            }
            return length == 0 || length > most
                    ? null
                    : PieceEvents.of(after, outline, pieces, length + 16 * pieces.length + 64);
        } catch (Unclear unclear) {
            return null;
        }
    }
}
