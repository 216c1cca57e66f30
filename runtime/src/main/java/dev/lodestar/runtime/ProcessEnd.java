package dev.lodestar.runtime;

import java.io.PrintStream;
import java.time.Duration;

/** The end of a process whose server cannot go on. */
final class ProcessEnd {
    /** The one that {@code java -XX:+ExitOnOutOfMemoryError} has. */
    static final int STATUS = 3;

    private ProcessEnd() {}

    /**
     * Says why in one line and ends the process: in order, or however it ends if that takes too long or fails. Does not
     * return.
     *
     * @param longest how long the end in order may take
     */
    static void because(Throwable why, Duration longest, PrintStream err) {
        try {
            // Both may wait for ever: for whoever reads the line, and for what closes with the process.
            Thread exit = new Thread(() -> exit(why, err), "lodestar-exit");
            exit.start();
            exit.join(longest.toMillis());
        } catch (Throwable e) {
            // There may not be enough left for a thread.
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static void exit(Throwable why, PrintStream err) {
        try {
            err.println("The server cannot go on and ends: " + why);
        } finally {
            System.exit(STATUS);
        }
    }
}
