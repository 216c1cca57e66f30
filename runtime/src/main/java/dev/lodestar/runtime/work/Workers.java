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
 * The threads of a server. Each kind of work has its own, so that no kind ever waits for another: an application whose
 * actions block still opens streams, runs its clocks and renders. Threads are started when they are needed and end when
 * they are idle. Safe for use by any thread.
 */
public final class Workers implements AutoCloseable {
    /** The maximum number of renderings at a time. */
    public static final int RENDERINGS = 16;

    /** The maximum number of actions at a time, without virtual threads. */
    static final int ACTIONS = 64;

    /** The maximum number of actions that wait for a thread, without virtual threads. */
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
     * Runs actions, which may block: on virtual threads in Java 21 and later; before, on {@value #ACTIONS} threads, and
     * rejects an action if {@value #WAITING_ACTIONS} others are waiting.
     */
    public Executor actions() {
        return actions;
    }

    /** Tells the application about streams, which may block as well. */
    public Executor notices() {
        return notices;
    }

    /** Reads requests that open a stream, and runs other short tasks that do not block. */
    public Executor openings() {
        return openings;
    }

    /**
     * Runs clocks, and the server's own tasks. Every task gets a thread at once, as there are few of them. These are
     * platform threads, which get their share of the processors even while actions compute.
     */
    public Executor background() {
        return background;
    }

    /** Renders views, {@value #RENDERINGS} at a time. */
    public Executor renderers() {
        return renderers;
    }

    /** Interrupts running tasks and discards waiting ones. */
    @Override
    public void close() {
        List.of(actions, notices, openings, background, renderers).forEach(ExecutorService::shutdownNow);
    }

    /**
     * Creates an executor with platform threads, which share the processors even if none of them ever blocks.
     *
     * @param name the name of the threads
     * @param threads the maximum number of threads; idle ones end after a while
     */
    public static ExecutorService pool(String name, int threads) {
        return pool(name, threads, threads, new LinkedBlockingQueue<>());
    }

    /** @param core the number of threads that are started before tasks wait in the queue */
    private static ExecutorService pool(String name, int core, int max, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(core, max, IDLE_SECONDS, TimeUnit.SECONDS, queue, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(Workers::died);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    // The pool starts another one.
    private static void died(Thread thread, Throwable why) {
        Collapse.notice(why);
        log.error("The thread {} died of an uncaught error and is replaced.", thread.getName(), why);
    }
}
