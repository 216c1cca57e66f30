package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.sse.FrameEvent;

/** Events as they are. */
final class PlainCoding implements Coding {
    private static final Chunk HEARTBEAT = Chunk.of(FrameEvent.heartbeat());

    @Override
    public Chunk frame(Frame frame, Page page) {
        Pieced pieces = page == Page.FRAME_BEFORE ? frame.pieces() : null;
        return pieces == null ? frame.plain() : pieces.plain();
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
