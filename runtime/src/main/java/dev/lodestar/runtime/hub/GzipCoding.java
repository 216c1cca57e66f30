package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.Checksum;
import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.metrics.ViewMeter.Form;
import dev.lodestar.runtime.sse.FrameEvent;

/**
 * Events as blocks of one gzip stream, which all subscribers share. Who was sent the frame before gets the pieces, if
 * there are any, or the delta; who missed it, or for a delta was sent something in between, gets the keyframe.
 */
final class GzipCoding implements Coding {
    /** An event that is not worth a deflater, with thousands of streams that end at once. */
    private static final int SMALL = 64;

    private static final byte[] HEARTBEAT = block(FrameEvent.heartbeat());
    private static final Chunk HEARTBEAT_FIRST = Chunk.of(GzipBlocks.header(), HEARTBEAT);
    private static final Chunk HEARTBEAT_LATER = Chunk.of(HEARTBEAT);
    private static final Checksum HEARTBEAT_CHECKSUM = Checksum.of(FrameEvent.heartbeat());

    /** Whether the stream's plain bytes end with the event of the frame that it was sent last. */
    private boolean endsWithFrame;

    private boolean begun;
    private int crc;
    private long length;

    private static byte[] block(byte[] event) {
        try (GzipBlocks blocks = new GzipBlocks()) {
            return blocks.make(event, null);
        }
    }

    @Override
    public Form form(Frame frame, Page page) {
        if (page == Page.FRAME_BEFORE && frame.pieces() != null) {
            return Form.PIECES;
        }
        return page != Page.OLDER && endsWithFrame && frame.delta() != null ? Form.DELTA : Form.KEYFRAME;
    }

    @Override
    public Chunk frame(Frame frame, Form form) {
        if (form == Form.PIECES) {
            endsWithFrame = false;
            append(frame.pieces().checksum());
            return frame.pieces().block();
        }
        endsWithFrame = true;
        append(frame.checksum());
        if (form == Form.DELTA) {
            return frame.delta();
        }
        boolean first = !begun;
        begun = true;
        return first ? frame.opening() : frame.keyframe();
    }

    @Override
    public Chunk heartbeat() {
        append(HEARTBEAT_CHECKSUM);
        endsWithFrame = false;
        if (begun) {
            return HEARTBEAT_LATER;
        }
        begun = true;
        return HEARTBEAT_FIRST;
    }

    @Override
    public Chunk end(byte[] event) {
        byte[] head = begun ? NO_EVENT : GzipBlocks.header();
        byte[] last = event.length == 0 ? NO_EVENT : event.length < SMALL ? GzipBlocks.stored(event) : block(event);
        append(Checksum.of(event));
        return Chunk.last(head, last, GzipBlocks.trailer(crc, length));
    }

    private void append(Checksum plain) {
        crc = plain.after(crc);
        length += plain.length();
    }
}
