package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.sse.FrameEvent;

/** Events as they are. */
final class PlainCoding implements Coding {
    private static final Chunk HEARTBEAT = Chunk.of(FrameEvent.heartbeat());
    private static final Chunk END = Chunk.last();

    @Override
    public Chunk frame(Frame frame, boolean follows) {
        return frame.plain();
    }

    @Override
    public Chunk heartbeat() {
        return HEARTBEAT;
    }

    @Override
    public Chunk end() {
        return END;
    }
}
