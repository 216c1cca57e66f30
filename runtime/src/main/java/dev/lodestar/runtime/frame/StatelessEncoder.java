package dev.lodestar.runtime.frame;

import dev.lodestar.runtime.metrics.ViewMeter.Form;

/**
 * An encoder that remembers nothing, so that all streams can use the same one. Its encoding has neither a start nor
 * dependent blocks, and its streams need no end. Safe for use by any thread.
 */
public final class StatelessEncoder extends StreamEncoder {
    private final FrameEncoding encoding;

    /** @throws IllegalArgumentException if the encoding begins streams with something, or has dependent blocks */
    public StatelessEncoder(FrameEncoding encoding) {
        if (encoding.start().length > 0 || encoding.window() > 0) {
            throw new IllegalArgumentException("Streams in " + encoding.token() + " need a StatefulEncoder each.");
        }
        this.encoding = encoding;
    }

    @Override
    public Form form(EncodedFrame frame, Page page) {
        if (page == Page.FRAME_BEFORE && frame.pieces() != null) {
            return Form.PIECES;
        }
        return encoding.isIdentity() ? Form.PLAIN : Form.KEYFRAME;
    }

    @Override
    public Chunk frame(EncodedFrame frame, Form form) {
        return (form == Form.PIECES ? frame.pieces() : frame.whole()).block();
    }

    @Override
    public Chunk heartbeat() {
        return encoding.heartbeat().block();
    }

    @Override
    public Chunk end(byte[] events) {
        return Chunk.last(events.length == 0 ? events : encoding.lastBlock(events));
    }

    @Override
    public int prefetch() {
        return 0;
    }
}
