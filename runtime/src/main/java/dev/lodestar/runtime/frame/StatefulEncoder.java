package dev.lodestar.runtime.frame;

import dev.lodestar.runtime.metrics.ViewMeter.Form;

/**
 * An encoder for a single stream. It remembers what the stream was sent last, and so whether a dependent block may come
 * next: a stream that was sent the previous frame gets the pieces if there are any, or the delta; one that missed it,
 * or was sent something else in between, gets the keyframe.
 *
 * <p>An encoding whose streams end with something that depends on their content, such as a checksum, extends this
 * class.
 */
public abstract class StatefulEncoder extends StreamEncoder {
    private static final byte[] NOTHING = {};

    private final FrameEncoding encoding;
    private boolean begun;

    /** Whether the stream's last event is the whole frame that it was sent last. */
    private boolean endsWithFrame;

    /** Makes the encoder of a new stream. */
    protected StatefulEncoder(FrameEncoding encoding) {
        this.encoding = encoding;
    }

    /** Called for all events that the stream is sent, in order, except the last. */
    protected void sent(EncodedEvents events) {}

    /**
     * Returns the bytes that complete the stream, behind its last block.
     *
     * @param events the last events, which are in that block; perhaps none
     */
    protected abstract byte[] trailer(byte[] events);

    @Override
    public final Form form(EncodedFrame frame, Page page) {
        if (page == Page.FRAME_BEFORE && frame.pieces() != null) {
            return Form.PIECES;
        }
        boolean mayDepend = page != Page.OLDER && endsWithFrame;
        return mayDepend && frame.hasDelta() ? Form.DELTA : Form.KEYFRAME;
    }

    @Override
    public final Chunk frame(EncodedFrame frame, Form form) {
        endsWithFrame = form != Form.PIECES;
        if (form == Form.PIECES) {
            return next(frame.pieces());
        } else if (form == Form.DELTA) {
            sent(frame.whole());
            return frame.delta();
        }
        return next(frame.whole());
    }

    @Override
    public final Chunk heartbeat() {
        endsWithFrame = false;
        return next(encoding.heartbeat());
    }

    @Override
    public final Chunk end(byte[] events) {
        byte[] last = events.length == 0 ? NOTHING : encoding.lastBlock(events);
        return Chunk.last(begun ? NOTHING : encoding.start(), last, trailer(events));
    }

    @Override
    public final int prefetch() {
        return begun ? 1 : 0;
    }

    private Chunk next(EncodedEvents events) {
        sent(events);
        boolean first = !begun;
        begun = true;
        return first ? events.opening() : events.block();
    }
}
