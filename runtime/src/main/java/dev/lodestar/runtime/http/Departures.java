package dev.lodestar.runtime.http;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioIoThread;

/**
 * Closes the connections of one thread whose clients have gone. With each one that it closes, XNIO asks the kernel for all of the
 * thread's connections that are ready, and those that were reset are ready until they are closed: of thousands that go at once,
 * each would cost as much as reading from a thousand. So many of them are set aside, unread, until no more go, and then closed
 * some at a time with everybody else's turn in between. Confined to the thread.
 */
final class Departures {
    /** So few are closed at once, and so many of many in a turn. */
    static final int SOME = 64;

    /** How many turns it waits at most until no more go. */
    static final int LONGEST_WAIT = 200;

    private static final long TURN_MILLIS = 1;

    private final Executor next;
    private final Executor afterOthers;
    private final Queue<Closeable> gone = new ArrayDeque<>();
    private boolean scheduled;
    private int before;
    private int turns;

    /**
     * Nobody has gone yet.
     *
     * @param next does something on the thread before it looks at its connections again
     * @param afterOthers does something on the thread when it has done so
     */
    Departures(Executor next, Executor afterOthers) {
        this.next = next;
        this.afterOthers = afterOthers;
    }

    static Departures of(XnioIoThread thread) {
        return new Departures(thread, task -> thread.executeAfter(task, TURN_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Closes a connection before long. It must not be ready any more: nobody waits for what it has to be read. */
    void add(Closeable connection) {
        gone.add(connection);
        if (!scheduled) {
            scheduled = true;
            before = 0;
            turns = 0;
            schedule(next);
        }
    }

    private void turn() {
        boolean going = gone.size() - before > SOME;
        before = gone.size();
        if (!going || turns++ >= LONGEST_WAIT) {
            // The others of them wait for nothing but their turn.
            turns = LONGEST_WAIT;
            closeSome();
        }
        scheduled = !gone.isEmpty();
        if (scheduled) {
            schedule(afterOthers);
        }
    }

    private void schedule(Executor executor) {
        try {
            executor.execute(this::turn);
        } catch (RejectedExecutionException serverHasClosed) {
            closeAll();
        }
    }

    private void closeSome() {
        for (int i = 0; i < SOME && !gone.isEmpty(); i++) {
            IoUtils.safeClose(gone.remove());
        }
    }

    private void closeAll() {
        while (!gone.isEmpty()) {
            IoUtils.safeClose(gone.remove());
        }
        scheduled = false;
    }
}
