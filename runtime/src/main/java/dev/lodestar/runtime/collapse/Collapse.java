package dev.lodestar.runtime.collapse;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a server cannot go on after: an error of the virtual machine, or the death of a thread that nothing
 * replaces. Safe for use by any thread.
 *
 * <p>An {@link OutOfMemoryError} is thrown wherever something is allocated, and leaves the code that it hits
 * unfinished. So every place of ours that catches anything has to {@link #notice} what it caught. A
 * {@link StackOverflowError} concerns the call that went too deep, and nothing else.
 */
public final class Collapse implements AutoCloseable {
    /** A chain of causes may be a circle. */
    private static final int MOST_CAUSES = 20;

    /**
     * Memory that is left for those who have to close. Not so large that the collector treats it in a way of its own.
     */
    private static final int RESERVE_BYTES = 256 << 10;

    /** Errors of the virtual machine are everybody's, since there is only one. */
    private static volatile Collapse[] watching = {};

    private final Consumer<Throwable> end;
    private final Thread thread;
    private byte @Nullable [] reserve = new byte[RESERVE_BYTES];
    private volatile @Nullable Throwable cause;
    private volatile boolean closed;

    private Collapse(Consumer<Throwable> end) {
        this.end = end;
        // Started now, since there may be no memory for a thread when it is needed.
        thread = new Thread(this::await, "lodestar-collapse");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param end is told the cause, once, on a thread of its own
     */
    public static Collapse watch(Consumer<Throwable> end) {
        Collapse collapse = new Collapse(end);
        collapse.thread.start();
        synchronized (Collapse.class) {
            watching = Arrays.copyOf(watching, watching.length + 1);
            watching[watching.length - 1] = collapse;
        }
        // So that what it calls is there when there is no memory for it.
        notice(new StackOverflowError());
        return collapse;
    }

    /**
     * Takes note of what was caught. All who watch are told if it is an error of the virtual machine, or was caused by
     * one; otherwise this does nothing. It allocates nothing.
     */
    public static void notice(Throwable caught) {
        Throwable cause = caught;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                for (Collapse collapse : watching) {
                    collapse.tell(cause);
                }
                return;
            }
            cause = cause.getCause();
        }
    }

    /** Takes note of what ended a thread that nothing replaces. */
    public void died(Throwable why) {
        tell(why);
    }

    /** What the server cannot go on after, or null if nothing has happened. */
    public @Nullable Throwable cause() {
        return cause;
    }

    /** Watches no more. */
    @Override
    public void close() {
        synchronized (Collapse.class) {
            watching = Arrays.stream(watching).filter(other -> other != this).toArray(Collapse[]::new);
        }
        closed = true;
        LockSupport.unpark(thread);
    }

    private void tell(Throwable why) {
        if (cause == null && !closed) {
            cause = why;
            LockSupport.unpark(thread);
        }
    }

    private void await() {
        while (cause == null && !closed) {
            LockSupport.park(this);
        }
        Throwable why = cause;
        if (why != null) {
            reserve = null;
            end.accept(why);
        }
    }
}
