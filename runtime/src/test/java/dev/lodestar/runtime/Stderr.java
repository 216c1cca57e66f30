package dev.lodestar.runtime;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is logged while it is open: the tests' log goes to the standard error stream. */
public final class Stderr implements AutoCloseable {
    private final PrintStream usual = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Stderr() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    public static Stderr open() {
        return new Stderr();
    }

    /** Everything so far. */
    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(usual);
    }
}
