package dev.lodestar.store.mvstore;

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
 * A file on a disk that reorders writes between two syncs: after a power failure it has everything that was synced, and
 * an arbitrary subset of the chunks that were written since.
 */
final class ForgetfulFile extends SingleFileStore {
    private static final int BLOCK = 4096;

    /** Runs before each write, truncation and sync. */
    private final Runnable before;

    private final List<Change> unsynced = new ArrayList<>();
    private byte[] synced;

    /** Bytes that were written at a position; if there are none, a truncation to that position. */
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

    /** Writes to another file what could be left after a power failure. */
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
        if (from == 0) { // the header exists twice
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
