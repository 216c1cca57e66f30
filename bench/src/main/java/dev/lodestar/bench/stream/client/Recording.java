package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What streams received and when, in order of arrival. Recording takes almost no time, and the meaning can be worked
 * out later. The bytes are off the heap, where no collection moves them. Confined to one thread.
 */
final class Recording {
    /** Large enough for any one read, and much more. */
    private static final int BLOCK = 1 << 20;

    private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final List<ByteBuffer> blocks = new ArrayList<>();

    /** Receives what was recorded. */
    interface Listener {
        void take(int stream, ByteBuffer bytes, long now);
    }

    /** Adds all the bytes of one read of a stream. */
    void add(int stream, ByteBuffer bytes, long now) {
        int length = bytes.remaining();
        ByteBuffer block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (block == null || block.remaining() < HEAD + length) {
            block = ByteBuffer.allocateDirect(BLOCK);
            blocks.add(block);
        }
        block.putInt(stream).putLong(now).putInt(length).put(bytes);
    }

    /** Passes everything on in order, and is then empty. */
    void replay(Listener listener) {
        for (ByteBuffer block : blocks) {
            block.flip();
            while (block.hasRemaining()) {
                int stream = block.getInt();
                long now = block.getLong();
                int length = block.getInt();
                listener.take(stream, block.slice(block.position(), length), now);
                block.position(block.position() + length);
            }
        }
        blocks.clear();
    }
}
