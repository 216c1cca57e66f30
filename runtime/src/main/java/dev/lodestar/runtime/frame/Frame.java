package dev.lodestar.runtime.frame;

import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.piece.Rendered;
import dev.lodestar.runtime.sse.FrameEvent;
import org.jspecify.annotations.Nullable;

/**
 * One rendering of a feed, as an event that all its streams share. It is encoded at most once in each encoding. Safe
 * for use by any thread.
 */
public final class Frame {
    private final long sequence;
    private final FrameHash hash;
    private final int size;
    private final FrameEncodings encodings;

    /** The rendering, if the next one may be sent in pieces. */
    private final @Nullable Rendered kept;

    private final Lazy<byte[]> event;
    private final byte @Nullable [] pieces;

    /** By index in the encodings. Those that no stream used when the frame was made are added when one does. */
    private final @Nullable EncodedFrame[] encoded;

    private Frame(FrameHash hash, HtmlOutput rendered, @Nullable Frame before, StreamCounts streams) {
        this.sequence = before == null ? 1 : before.sequence + 1;
        this.hash = hash;
        this.size = rendered.size();
        this.encodings = streams.encodings();
        this.kept = Pieces.mayBeIn(rendered) ? Rendered.of(rendered) : null;
        this.event = kept == null ? eventOf(rendered) : eventOf(kept);
        this.pieces = before == null ? null : pieces(before.kept, kept, encodings.canDepend(size));
        this.encoded = new EncodedFrame[encodings.size()];
        for (int i = 0; i < encoded.length; i++) {
            if (streams.at(i) > 0) {
                boolean dependent = before != null && size <= encodings.get(i).window();
                encoded[i] = encodings.get(i).encode(streams.at(i), event, dependent ? before.event : null, pieces);
            }
        }
    }

    private static byte @Nullable [] pieces(@Nullable Rendered before, @Nullable Rendered after, boolean besideDelta) {
        if (before == null || after == null) {
            return null;
        }
        return besideDelta ? Pieces.besideDelta(before, after) : Pieces.of(before, after);
    }

    // Static: the event must not keep the whole frame in memory.
    private static Lazy<byte[]> eventOf(Rendered rendered) {
        return new Lazy<>(() -> FrameEvent.of(rendered.html(), rendered.html().length));
    }

    // Not later: the output is reused.
    private static Lazy<byte[]> eventOf(HtmlOutput rendered) {
        byte[] made = FrameEvent.of(rendered.array(), rendered.size());
        return new Lazy<>(() -> made);
    }

    /**
     * Makes the frame of a rendering.
     *
     * @param rendered the rendering; not used after this method returns
     * @param before the previous frame of the feed, if there is one
     * @param streams how many streams are likely to be sent the frame
     * @return the frame; {@code before} itself if the rendering looks the same
     */
    public static Frame of(HtmlOutput rendered, @Nullable Frame before, StreamCounts streams) {
        FrameHash hash = FrameHash.of(rendered.array(), rendered.size());
        return before != null && before.hash.equals(hash) ? before : new Frame(hash, rendered, before, streams);
    }

    /** The number of the frame in its feed: 1 for the first, and one more for each that follows. */
    public long sequence() {
        return sequence;
    }

    /** The size of the rendering in bytes. */
    public int size() {
        return size;
    }

    /** Whether there are events that replace only what has changed since the previous frame. */
    public boolean hasPieces() {
        return pieces != null;
    }

    /** The frame in one of the encodings that the hub offers. */
    public EncodedFrame in(FrameEncoding encoding) {
        int index = encodings.indexOf(encoding);
        // Without a lock: an encoded frame has only final fields, so any thread that sees it sees all of it.
        EncodedFrame made = encoded[index];
        return made == null ? add(index) : made;
    }

    private synchronized EncodedFrame add(int index) {
        EncodedFrame made = encoded[index];
        if (made == null) {
            made = encodings.get(index).encode(1, event, null, pieces);
            encoded[index] = made;
        }
        return made;
    }
}
