package dev.lodestar.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;

/**
 * SIGHUP, with which administrators tell a server to read its files again; by default, it ends a Java process. The only
 * class that Java has for it is unsupported, and the compiler's warning about that cannot be suppressed, so the class
 * is looked up at run time.
 */
final class HangupSignal {
    private HangupSignal() {}

    /** Runs an action on each signal from now on; does nothing on systems without it. */
    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run = MethodHandles.publicLookup().unreflect(Runnable.class.getMethod("run"));
            Object running = MethodHandleProxies.asInterfaceInstance(
                    handler, MethodHandles.dropArguments(run.bindTo(action), 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), running);
        } catch (ReflectiveOperationException e) {
            // Windows has no such signal, -Xrs keeps it from Java, and a custom JVM may lack the class. The
            // certificate's files are checked regularly anyway.
        }
    }
}
