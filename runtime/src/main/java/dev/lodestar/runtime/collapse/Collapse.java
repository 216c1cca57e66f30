package dev.lodestar.runtime.collapse;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches for failures that a server cannot survive: an error of the virtual machine, or the death of a thread that
 * nothing replaces. Safe for use by any thread.
 *
 * <p>An {@link OutOfMemoryError} can occur wherever something is allocated, and leaves that code unfinished. So all
 * our code that catches arbitrary exceptions must {@link #notice} what it caught. A {@link StackOverflowError}
 * affects only the call that went too deep.
 */
public final class Collapse implements AutoCloseable {
    /** A bound, since a chain of causes may be a circle. */
    private static final int MAX_CAUSES = 20;

    /**
     * Memory that is released for closing down. Small enough not to be a "humongous" object to the garbage collector.
     */
    private static final int RESERVE_BYTES = 256 << 10;

    /** All servers, since they share the virtual machine and its errors. */
    private static volatile Collapse[] watching = {};

    private final Consumer<Throwable> end;
    private final Thread thread;
    private byte @Nullable [] reserve = new byte[RESERVE_BYTES];
    private volatile @Nullable Throwable cause;
    private volatile boolean closed;

    private Collapse(Consumer<Throwable> end) {
        this.end = end;
        // Created now, since there may be no memory for a thread when it is needed.
        thread = new Thread(this::await, "lodestar-collapse");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param end receives the cause, once, on a thread of its own
     */
    public static Collapse watch(Consumer<Throwable> end) {
        Collapse collapse = new Collapse(end);
        collapse.thread.start();
        synchronized (Collapse.class) {
            watching = Arrays.copyOf(watching, watching.length + 1);
            watching[watching.length - 1] = collapse;
        }
        // Loads the classes that it needs while there is memory for them.
        notice(new StackOverflowError());
        return collapse;
    }

    /**
     * Checks an exception that was caught. Tells all servers if it is an error of the virtual machine, or was caused
     * by one; otherwise does nothing. Allocates nothing.
     */
    public static void notice(Throwable caught) {
        Throwable cause = caught;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                for (Collapse collapse : watching) {
                    collapse.tell(cause);
                }
                return;
            }
            cause = cause.getCause();
        }
    }

    /** Called with what ended a thread that nothing replaces. */
    public void died(Throwable why) {
        tell(why);
    }

    /** The failure that the server cannot survive, or null if there was none. */
    public @Nullable Throwable cause() {
        return cause;
    }

    /** Stops watching. */
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
