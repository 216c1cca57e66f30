package dev.lodestar.runtime.connection;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts the connections that are accepted for one I/O thread, and pauses accepting when that thread should serve the
 * connections that it has. Confined to that thread.
 */
final class AcceptTurn {
    /** The maximum number of accepts per turn. */
    static final int MAX_ACCEPTS = 64;

    static final long TURN_MILLIS = 10;

    private final LongSupplier clock;
    private final Executor nextTurn;
    private final Runnable pause;
    private final Runnable resume;
    private long turnStart;
    private int accepted;

    /**
     * Starts the first turn.
     *
     * @param clock the time in nanoseconds
     * @param nextTurn runs a task on the thread after {@link #TURN_MILLIS}
     * @param pause called when nothing more should be accepted
     * @param resume called when accepting may go on, once for each pause
     */
    AcceptTurn(LongSupplier clock, Executor nextTurn, Runnable pause, Runnable resume) {
        this.clock = clock;
        this.nextTurn = nextTurn;
        this.pause = pause;
        this.resume = resume;
        this.turnStart = clock.getAsLong();
    }

    /** Counts one accepted connection. */
    void accepted() {
        long now = clock.getAsLong();
        if (accepted < MAX_ACCEPTS && now - turnStart > TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS)) {
            turnStart = now;
            accepted = 0;
        }
        accepted++;
        if (accepted == MAX_ACCEPTS) {
            pause.run();
            serveOthers();
        }
    }

    private void serveOthers() {
        int before = accepted;
        try {
            nextTurn.execute(() -> served(before));
        } catch (RejectedExecutionException serverHasClosed) {
            // Nothing is accepted any more.
        }
    }

    // Connections that were accepted before the pause may still arrive, and take the time meant for the others.
    private void served(int before) {
        if (accepted > before) {
            serveOthers();
        } else {
            turnStart = clock.getAsLong();
            accepted = 0;
            resume.run();
        }
    }
}
