package dev.lodestar.runtime.asset;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bytes of variants where the network can send them without a copy and without a burden on the heap: the first
 * ones into direct memory; the rest, because the JVM allows no more direct memory than heap, into a temporary file that
 * stays mapped, and whose name is deleted where the system allows that.
 */
final class Bodies implements Closeable {
    private static final long IN_MEMORY = 8 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private long inMemory;
    private @Nullable FileChannel file;

    Bodies(InputStream in) {
        this.in = in;
    }

    /**
     * Takes the next bytes.
     *
     * @return a read-only buffer
     * @throws EOFException if there are fewer
     */
    ByteBuffer take(int length) throws IOException {
        FileChannel mapped = inMemory + length <= IN_MEMORY ? null : file();
        return mapped == null ? direct(length) : mapped(mapped, length);
    }

    private ByteBuffer direct(int length) throws IOException {
        inMemory += length;
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        while (bytes.hasRemaining()) {
            bytes.put(next(bytes.remaining()));
        }
        return bytes.flip().asReadOnlyBuffer();
    }

    private ByteBuffer mapped(FileChannel channel, int length) throws IOException {
        long start = channel.position();
        while (channel.position() < start + length) {
            ByteBuffer bytes = next((int) (start + length - channel.position()));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return channel.map(MapMode.READ_ONLY, start, length);
    }

    // In small parts: a damaged length must not allocate two gigabytes.
    private ByteBuffer next(int most) throws IOException {
        int read = in.readNBytes(buffer, 0, Math.min(most, buffer.length));
        if (read == 0) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(buffer, 0, read);
    }

    // Null where temporary files are impossible; then direct memory has to do.
    private @Nullable FileChannel file() {
        if (file == null) {
            try {
                Path path = Files.createTempFile("lodestar", ".assets");
                file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException e) {
                return null;
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
