package dev.lodestar.runtime.work;

import dev.lodestar.runtime.collapse.Collapse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Virtual threads, on Java 21 and later. The code is compiled for Java 17, which does not have the method. */
final class VirtualThreads {
    private static final @Nullable MethodHandle NEW_EXECUTOR = find();

    private VirtualThreads() {}

    /** An executor with a virtual thread for each task; before Java 21, the given one. */
    static ExecutorService orElse(Supplier<ExecutorService> pool) {
        if (NEW_EXECUTOR == null) {
            return pool.get();
        }
        try {
            return (ExecutorService) NEW_EXECUTOR.invokeExact();
        } catch (Throwable e) {
            Collapse.notice(e);
            throw new IllegalStateException("Virtual threads are available but cannot be started.", e);
        }
    }

    private static @Nullable MethodHandle find() {
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
