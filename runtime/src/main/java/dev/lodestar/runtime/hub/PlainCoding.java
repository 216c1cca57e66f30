package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.metrics.ViewMeter.Form;
import dev.lodestar.runtime.sse.FrameEvent;

/** Events as they are. It has nothing to follow, so that one does for all streams. */
final class PlainCoding implements Coding {
    static final PlainCoding INSTANCE = new PlainCoding();

    private static final Chunk HEARTBEAT = Chunk.of(FrameEvent.heartbeat());

    private PlainCoding() {}

    @Override
    public Form form(Frame frame, Page page) {
        return page == Page.FRAME_BEFORE && frame.pieces() != null ? Form.PIECES : Form.PLAIN;
    }

    @Override
    public Chunk frame(Frame frame, Form form) {
        return form == Form.PIECES ? frame.pieces().plain() : frame.plain();
    }

    @Override
    public Chunk heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public Chunk end(byte[] event) {
        return Chunk.last(event);
    }
}
