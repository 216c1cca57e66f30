package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.sse.FrameEvent;
import java.nio.ByteBuffer;

/** Events as they are. */
final class PlainCoding implements Coding {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    @Override
    public ByteBuffer frame(Frame frame) {
        return frame.plain();
    }

    @Override
    public ByteBuffer heartbeat() {
        return ByteBuffer.wrap(FrameEvent.heartbeat());
    }

    @Override
    public ByteBuffer end() {
        return NOTHING;
    }
}
