package dev.lodestar.runtime.store.mvstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * A file on a disk that writes in whatever order it likes between two syncs: after a power failure it has what was
 * synced, and of what was written since, any part, but each chunk whole or not at all.
 */
final class ForgetfulFile extends SingleFileStore {
    private static final int BLOCK = 4096;

    /** Before it writes, cuts off or syncs something. */
    private final Runnable before;

    private final List<Change> unsynced = new ArrayList<>();
    private byte[] synced;

    /** Bytes that were written from a place on, or the new end of the file if there are none. */
    private record Change(int from, byte[] bytes) {
        byte[] apply(byte[] file) {
            byte[] changed = Arrays.copyOf(file, bytes.length == 0 ? from : Math.max(file.length, from + bytes.length));
            System.arraycopy(bytes, 0, changed, from, bytes.length);
            return changed;
        }
    }

    ForgetfulFile(Path path, Runnable before) {
        super(Map.of());
        this.before = before;
        try {
            synced = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(path.toString(), false, null);
    }

    /** Leaves in another file what a power failure could leave. */
    void fail(Path left, Random random) throws IOException {
        byte[] file = synced;
        for (Change change : unsynced) {
            if (random.nextBoolean()) {
                file = change.apply(file);
            }
        }
        Files.write(left, file);
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        before.run();
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        int from = Math.toIntExact(position);
        if (from == 0) { // the header is there twice
            unsynced.add(new Change(0, Arrays.copyOf(bytes, BLOCK)));
            unsynced.add(new Change(BLOCK, Arrays.copyOfRange(bytes, BLOCK, bytes.length)));
        } else {
            unsynced.add(new Change(from, bytes));
        }
        super.writeFully(chunk, position, source);
    }

    @Override
    public void truncate(long size) {
        before.run();
        unsynced.add(new Change(Math.toIntExact(size), new byte[0]));
        super.truncate(size);
    }

    @Override
    public void sync() {
        before.run();
        super.sync();
        for (Change change : unsynced) {
            synced = change.apply(synced);
        }
        unsynced.clear();
    }
}
