package dev.lodestar.runtime.frame;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Makes the blocks of gzip streams (RFC 1952), their header and their trailer. Each block is deflated separately and
 * ends with a sync flush, on a byte boundary, so that any sequence of blocks is one deflate stream (RFC 1951). A block
 * that was made without a dictionary may stand anywhere in a stream; one that refers to the bytes before it must follow
 * exactly those bytes.
 *
 * <p>Safe for use by any thread. Deflaters are reused; one is kept for each processor.
 */
public final class GzipBlocks implements AutoCloseable {
    /** How far back a block can refer, in bytes: 32 KiB. */
    public static final int WINDOW = 32 << 10;

    private final BlockingQueue<Block> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /** Starts without any deflater. */
    public GzipBlocks() {}

    /** The ten bytes that begin a stream: deflate, no file name, no time, unknown operating system. */
    public static byte[] header() {
        return new byte[] {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    }

    /**
     * The bytes that end a stream: an empty last block, the checksum and the length.
     *
     * @param crc the CRC-32 of all plain bytes
     * @param length the number of plain bytes
     */
    public static byte[] trailer(int crc, long length) {
        byte[] bytes = new byte[10];
        bytes[0] = 0x03;
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (crc >>> 8 * i);
            bytes[6 + i] = (byte) (length >>> 8 * i);
        }
        return bytes;
    }

    /**
     * Makes a block that holds its plain bytes as they are. It costs next to nothing: use it for a few bytes of a
     * single stream.
     *
     * @param plain at most 65,535 bytes
     */
    public static byte[] stored(byte[] plain) {
        int length = plain.length;
        byte[] block = new byte[5 + length];
        block[1] = (byte) length;
        block[2] = (byte) (length >> 8);
        block[3] = (byte) ~length;
        block[4] = (byte) (~length >> 8);
        System.arraycopy(plain, 0, block, 5, length);
        return block;
    }

    /**
     * Makes a deflated block.
     *
     * @param plain its plain bytes
     * @param before the plain bytes right before it, the last 32 KiB of which it may refer to; null if the block must
     *     be able to follow any bytes
     */
    public byte[] make(byte[] plain, byte @Nullable [] before) {
        Block kept = idle.poll();
        Block block = kept == null ? new Block() : kept;
        byte[] made = block.make(plain, before);
        if (!idle.offer(block)) {
            block.deflater.end();
        }
        return made;
    }

    /** Frees the deflaters that are not in use. */
    @Override
    public void close() {
        for (Block block = idle.poll(); block != null; block = idle.poll()) {
            block.deflater.end();
        }
    }

    /** A deflater and the buffer for its output. */
    private static final class Block {
        final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        private byte[] out = new byte[8 << 10];

        byte[] make(byte[] plain, byte @Nullable [] before) {
            deflater.reset();
            if (before != null) {
                int length = Math.min(before.length, WINDOW);
                deflater.setDictionary(before, before.length - length, length);
            }
            deflater.setInput(plain);
            int size = 0;
            while (true) {
                size += deflater.deflate(out, size, out.length - size, Deflater.SYNC_FLUSH);
                if (size < out.length) {
                    return Arrays.copyOf(out, size);
                }
                out = Arrays.copyOf(out, 2 * size);
            }
        }
    }
}
