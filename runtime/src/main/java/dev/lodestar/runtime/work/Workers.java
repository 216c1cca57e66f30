package dev.lodestar.runtime.work;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads for the application's code, which may block: virtual ones where Java has them (21 and later), else a pool. */
public final class Workers {
    private static final @Nullable MethodHandle NEW_VIRTUAL = findVirtual();

    private Workers() {}

    /**
     * Makes an executor.
     *
     * @param name what the pool's threads are called
     * @param threads how many threads the pool has at most, where there are no virtual ones
     */
    public static ExecutorService create(String name, int threads) {
        if (NEW_VIRTUAL == null) {
            return pool(name, threads);
        }
        try {
            return (ExecutorService) NEW_VIRTUAL.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("Java has virtual threads but starts none.", e);
        }
    }

    /**
     * Makes an executor of threads of the system, which take turns at the processors even if none of them ever waits.
     *
     * @param name what the threads are called
     * @param threads how many there are at most; those that have nothing to do end after a while
     */
    public static ExecutorService pool(String name, int threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    // The code is compiled for Java 17, which does not know the method.
    private static @Nullable MethodHandle findVirtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
