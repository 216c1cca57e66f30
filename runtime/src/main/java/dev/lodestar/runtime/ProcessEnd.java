package dev.lodestar.runtime;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Ends a process whose server cannot go on: in good order, or by force if that fails or takes too long. Prepared
 * beforehand with everything that it needs, since there may be no memory left for as much as a string or a thread.
 */
final class ProcessEnd implements Consumer<Throwable> {
    /** The status of {@code java -XX:+ExitOnOutOfMemoryError}. */
    static final int STATUS = 3;

    private static final String BEGINNING = "The server cannot go on and ends: ";

    private final long longestMillis;
    private final PrintStream err;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread exit = new Thread(this::exit, "lodestar-exit");
    private volatile byte[] line = line("java.lang.OutOfMemoryError");

    private ProcessEnd(Duration longest, PrintStream err) {
        this.longestMillis = longest.toMillis();
        this.err = err;
    }

    /**
     * Prepares it.
     *
     * @param longest how long ending in good order may take
     * @param err gets one line that says why
     */
    static ProcessEnd prepare(Duration longest, PrintStream err) {
        ProcessEnd end = new ProcessEnd(longest, err);
        end.exit.setDaemon(true);
        end.exit.start();
        return end;
    }

    private static byte[] line(String why) {
        return (BEGINNING + why + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the process; does not return. */
    @Override
    public void accept(Throwable why) {
        try {
            line = line(why.toString());
        } catch (Throwable e) {
            // The part of the line that exists has to do.
        }
        try {
            // Printing may block until somebody reads the line, and closing may never end.
            begun.countDown();
            exit.join(longestMillis);
        } catch (Throwable e) {
            // Then it does not end in good order.
        } finally {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private void exit() {
        try {
            begun.await();
            byte[] bytes = line;
            err.write(bytes, 0, bytes.length);
            err.flush();
            System.exit(STATUS);
        } catch (Throwable e) {
            // There is not enough memory left to end in good order.
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
