package dev.lodestar.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;

/**
 * SIGHUP, by which administrators tell a server to read its files again, and which ends a process of Java otherwise. Java has
 * no way to hear of it but a class that it calls unsupported, and that the compiler takes nobody's word for: so it is looked
 * up when the server runs.
 */
final class HangupSignal {
    private HangupSignal() {}

    /** Does something on each such signal from now on; never, where there is none. */
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
            // Windows has no such signal, -Xrs keeps it from Java, and a JVM put together for one application may
            // lack the class: the certificate is looked at by itself all the same.
        }
    }
}
