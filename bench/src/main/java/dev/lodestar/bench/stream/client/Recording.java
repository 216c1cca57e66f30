package dev.lodestar.bench.stream.client;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What streams were sent and when, in the order in which it came: to note it takes next to no time, and what it means can be
 * found out later. The bytes are outside of the heap, where no collection moves them. Confined to one thread.
 */
final class Recording {
    /** Holds what is read at a time, and much more. */
    private static final int BLOCK = 1 << 20;

    private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final List<ByteBuffer> blocks = new ArrayList<>();

    /** Takes what was recorded. */
    interface Listener {
        void take(int stream, ByteBuffer bytes, long now);
    }

    /** Adds all the bytes, which a stream was sent at a time. */
    void add(int stream, ByteBuffer bytes, long now) {
        int length = bytes.remaining();
        ByteBuffer block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (block == null || block.remaining() < HEAD + length) {
            block = ByteBuffer.allocateDirect(BLOCK);
            blocks.add(block);
        }
        block.putInt(stream).putLong(now).putInt(length).put(bytes);
    }

    /** Tells all of it, as it came, and then is empty. */
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
