package dev.lodestar.runtime.work;

import dev.lodestar.runtime.collapse.Collapse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a server. Each kind of work has some of its own, so that none waits for another however long that
 * takes: an application whose actions block still opens streams, runs its clocks and renders. Threads are made when
 * they are needed and end when they are not. Safe for use by any thread.
 */
public final class Workers implements AutoCloseable {
    /** How many renderings run at a time. */
    public static final int RENDERINGS = 16;

    /** How many actions run at a time where there are no virtual threads, and how many may wait. */
    static final int ACTIONS = 64;

    static final int WAITING_ACTIONS = 10_000;

    private static final int NOTICES = 64;
    private static final int OPENINGS = 16;
    private static final long IDLE_SECONDS = 30;
    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final ExecutorService actions = VirtualThreads.orElse(
            () -> pool("lodestar-action", ACTIONS, ACTIONS, new LinkedBlockingQueue<>(WAITING_ACTIONS)));
    private final ExecutorService notices = VirtualThreads.orElse(() -> pool("lodestar-notice", NOTICES));
    private final ExecutorService openings = pool("lodestar-open", OPENINGS);
    private final ExecutorService background =
            pool("lodestar-background", 0, Integer.MAX_VALUE, new SynchronousQueue<>());
    private final ExecutorService renderers = pool("lodestar-render", RENDERINGS);

    /**
     * Where actions run, which may block: on virtual threads where Java has them (21 and later), else on so many
     * threads that it refuses what would have to wait behind thousands.
     */
    public Executor actions() {
        return actions;
    }

    /** Where the application is told of streams, which may block too. */
    public Executor notices() {
        return notices;
    }

    /** Where requests are read that open a stream, and what else takes a moment but waits for nobody. */
    public Executor openings() {
        return openings;
    }

    /**
     * Where clocks run, and what the server does for itself. There is a thread for each task at once, as there are few
     * of them; threads of the system, which get their share of the processors beside actions that compute.
     */
    public Executor background() {
        return background;
    }

    /** Where views are rendered, {@link #RENDERINGS} at a time. */
    public Executor renderers() {
        return renderers;
    }

    /** Interrupts what runs and drops what waits. */
    @Override
    public void close() {
        List.of(actions, notices, openings, background, renderers).forEach(ExecutorService::shutdownNow);
    }

    /**
     * Makes an executor of threads of the system, which take turns at the processors even if none of them ever waits.
     *
     * @param name what the threads are called
     * @param threads how many there are at most; those that have nothing to do end after a while
     */
    public static ExecutorService pool(String name, int threads) {
        return pool(name, threads, threads, new LinkedBlockingQueue<>());
    }

    /** @param before how many threads are made before a task waits in the queue */
    private static ExecutorService pool(String name, int before, int most, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(before, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(Workers::died);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    // The pool makes another one.
    private static void died(Thread thread, Throwable why) {
        Collapse.notice(why);
        log.error("A task ended its thread, {}, which is replaced.", thread.getName(), why);
    }
}
