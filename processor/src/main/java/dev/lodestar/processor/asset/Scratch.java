package dev.lodestar.processor.asset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps bytes until their number is known: the first megabyte in memory, more in a temporary file. */
final class Scratch extends OutputStream {
    private final ByteBuffer memory = ByteBuffer.allocate(1 << 20);
    private @Nullable FileChannel file;
    private long size;

    /** Discards the bytes. */
    void clear() throws IOException {
        memory.clear();
        size = 0;
        if (file != null) {
            file.truncate(0);
        }
    }

    long size() {
        return size;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
        while (source.hasRemaining()) {
            if (!memory.hasRemaining()) {
                spill();
            }
            int part = Math.min(source.remaining(), memory.remaining());
            memory.put(source.slice().limit(part));
            source.position(source.position() + part);
        }
        size += length;
    }

    private void spill() throws IOException {
        if (file == null) {
            file = FileChannel.open(
                    Files.createTempFile("lodestar", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        memory.flip();
        while (memory.hasRemaining()) {
            file.write(memory);
        }
        memory.clear();
    }

    /** Copies the bytes to another stream. */
    void copyTo(OutputStream out) throws IOException {
        if (file != null) {
            Channels.newInputStream(file.position(0)).transferTo(out);
        }
        out.write(memory.array(), 0, memory.position());
    }

    /** Deletes the temporary file. Closing does not, since a compressor closes the stream it writes to. */
    void delete() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
