package dev.lodestar.processor.diagnostic;

import java.util.function.Consumer;

/** Collects the problems of one compilation: reports each as it comes, and remembers whether there was any. */
public final class Diagnostics {
    private final Consumer<Problem> sink;
    private boolean failed;

    /**
     * @param sink takes each problem, for the compiler to print or a test to look at
     */
    public Diagnostics(Consumer<Problem> sink) {
        this.sink = sink;
    }

    /** Reports a problem that the application cannot be built with. */
    public void error(Origin origin, Rule rule, String message) {
        failed = true;
        sink.accept(new Problem(origin, rule, message));
    }

    /** Whether any problem was reported. */
    public boolean failed() {
        return failed;
    }
}
