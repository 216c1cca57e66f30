package dev.lodestar.store.mvstore;

import java.time.Duration;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file of an MVStore small, in short steps between commits. The live data of a chunk that is mostly dead is
 * rewritten with the next commit, so it costs no sync of its own; if a file has much free space, chunks at its end are
 * moved forward, so that the file can be truncated. Used by one thread at a time.
 */
final class Compaction {
    /** Files smaller than this are not worth the work, in bytes. */
    private static final int SMALL = 1 << 20;

    /** How much of the file, or of its chunks, should be live, in percent. */
    private static final int ALIVE = 50;

    /** How much one step rewrites or moves, in bytes: what a disk writes in a few milliseconds. */
    private static final int STEP = 256 << 10;

    /** The maximum size of a step, for when every chunk that can be rewritten has more live data than {@link #STEP}. */
    private static final int LARGEST_STEP = 4 << 20;

    /** The length of the pause after a step, as a multiple of the step. */
    private static final int PAUSE = 4;

    /** How long to wait after a failure, such as a full disk. */
    private static final Duration POSTPONED = Duration.ofMinutes(1);

    private int step = STEP;
    private long began = System.nanoTime();
    private long due = began;

    /** Tells whether the next commit should include a step. If so, the step starts now. */
    boolean isDue(MVStore store) {
        long now = System.nanoTime();
        if (now - due < 0 || store.getFileStore().size() < SMALL) {
            return false;
        }
        began = now;
        return true;
    }

    /** Rewrites some of the live data in chunks that are mostly dead. The caller has to commit. */
    void rewrite(MVStore store) {
        if (store.getFileStore().getChunksFillRate() < ALIVE) {
            step = store.compact(ALIVE, step) ? STEP : Math.min(2 * step, LARGEST_STEP);
        }
    }

    /** Moves some chunks forward, and truncates the file behind them. Syncs what it writes. */
    void move(MVStore store) {
        move(store, STEP);
    }

    /** Ends the step. The pause before the next one leaves most of the time to commits. */
    void pause() {
        long now = System.nanoTime();
        due = now + PAUSE * (now - began);
    }

    /** Suspends compaction for a while, after a step has failed. */
    void postpone() {
        step = STEP;
        due = System.nanoTime() + POSTPONED.toNanos();
    }

    /** Compacts a store that is about to be closed and has no readers, for as long as it is worthwhile. */
    void finish(MVStore store, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        store.setVersionsToKeep(0); // the newest state is synced, so no other is needed
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
