package dev.lodestar.runtime.store.mvstore;

import java.time.Duration;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file of an MVStore small, in short steps between commits. What is still alive in a chunk that is mostly
 * dead is rewritten with the next commit, so it costs no sync of its own; chunks at the end of a file with much free
 * space are moved forward, so that the file can be cut off. Used by one thread at a time.
 */
final class Compaction {
    /** A smaller file is not worth the work, in bytes. */
    private static final int SMALL = 1 << 20;

    /** Which part of the file, or of its chunks, must be alive, in percent. */
    private static final int ALIVE = 50;

    /** How much one step rewrites or moves, in bytes: what a disk writes within a few milliseconds. */
    private static final int STEP = 256 << 10;

    /** How much it rewrites at most where all chunks that can be rewritten have more than that alive. */
    private static final int LARGEST_STEP = 4 << 20;

    /** How many times as long as a step the pause after it is. */
    private static final int PAUSE = 4;

    /** How long nothing is tried after a failure: the disk is full, say. */
    private static final Duration POSTPONED = Duration.ofMinutes(1);

    private int step = STEP;
    private long began = System.nanoTime();
    private long due = began;

    /** Tells whether a step may be taken with the next commit; it begins now, then. */
    boolean isDue(MVStore store) {
        long now = System.nanoTime();
        if (now - due < 0 || store.getFileStore().size() < SMALL) {
            return false;
        }
        began = now;
        return true;
    }

    /** Rewrites some of what is alive in chunks that are mostly dead; a commit has to follow. */
    void rewrite(MVStore store) {
        if (store.getFileStore().getChunksFillRate() < ALIVE) {
            step = store.compact(ALIVE, step) ? STEP : Math.min(2 * step, LARGEST_STEP);
        }
    }

    /** Moves some chunks forward, and cuts off what is free behind them. It syncs what it writes. */
    void move(MVStore store) {
        move(store, STEP);
    }

    /** Ends the step. The next one may begin after a pause that leaves most of the time to commits. */
    void pause() {
        long now = System.nanoTime();
        due = now + PAUSE * (now - began);
    }

    /** Takes no step for a while, because one has failed. */
    void postpone() {
        step = STEP;
        due = System.nanoTime() + POSTPONED.toNanos();
    }

    /** Compacts a store that is about to be closed and that nobody reads any more, until it is worth no more work. */
    void finish(MVStore store, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        store.setVersionsToKeep(0); // the newest state is synced, and no other is needed
        boolean smaller = true;
        while (smaller && isWorthwhile(store) && System.nanoTime() - end < 0) {
            long size = store.getFileStore().size();
            boolean rewritten = store.compact(ALIVE, LARGEST_STEP);
            store.commit();
            store.sync();
            move(store, LARGEST_STEP);
            smaller = rewritten || store.getFileStore().size() < size;
        }
    }

    /** Tells whether most of the file is dead or free. */
    private static boolean isWorthwhile(MVStore store) {
        FileStore<?> file = store.getFileStore();
        return !file.isReadOnly()
                && file.size() >= SMALL
                && file.getChunksFillRate() * file.getFillRate() < ALIVE * 100;
    }

    private static void move(MVStore store, int bytes) {
        if (store.getFileStore() instanceof RandomAccessStore file && file.size() >= SMALL) {
            file.compactMoveChunks(ALIVE, bytes, store);
        }
    }
}
