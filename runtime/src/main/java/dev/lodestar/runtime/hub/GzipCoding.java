package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.sse.FrameEvent;
import java.nio.ByteBuffer;

/**
 * Events as blocks of one gzip stream, which all subscribers share. Who was sent the frame before gets the delta; who
 * missed it, or was sent something in between, gets the keyframe.
 */
final class GzipCoding implements Coding {
    private static final long NONE = -1;
    private static final byte[] HEARTBEAT = heartbeatBlock();
    private static final Checksum HEARTBEAT_CHECKSUM = Checksum.of(FrameEvent.heartbeat());

    /** The number of the frame that the stream's plain bytes end with. */
    private long last = NONE;

    private boolean begun;
    private int crc;
    private long length;

    private static byte[] heartbeatBlock() {
        try (GzipBlocks blocks = new GzipBlocks()) {
            return blocks.make(FrameEvent.heartbeat(), null);
        }
    }

    @Override
    public ByteBuffer frame(Frame frame) {
        byte[] delta = last == frame.sequence() - 1 ? frame.delta() : null;
        last = frame.sequence();
        return append(delta == null ? frame.keyframe() : delta, frame.checksum());
    }

    @Override
    public ByteBuffer heartbeat() {
        last = NONE;
        return append(HEARTBEAT, HEARTBEAT_CHECKSUM);
    }

    @Override
    public ByteBuffer end() {
        return behindHeader(GzipBlocks.trailer(crc, length));
    }

    private ByteBuffer append(byte[] block, Checksum plain) {
        crc = plain.after(crc);
        length += plain.length();
        return behindHeader(block);
    }

    private ByteBuffer behindHeader(byte[] bytes) {
        if (begun) {
            return ByteBuffer.wrap(bytes);
        }
        begun = true;
        byte[] header = GzipBlocks.header();
        return ByteBuffer.allocate(header.length + bytes.length)
                .put(header)
                .put(bytes)
                .flip();
    }
}
