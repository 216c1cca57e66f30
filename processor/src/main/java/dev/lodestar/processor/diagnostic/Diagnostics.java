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
        sink.accept(new Problem(origin, rule, Problem.Severity.ERROR, message));
    }

    /** Reports what is hardly meant so, though the application can be built with it. */
    public void warning(Origin origin, Rule rule, String message) {
        sink.accept(new Problem(origin, rule, Problem.Severity.WARNING, message));
    }

    /** Whether any error was reported. */
    public boolean failed() {
        return failed;
    }
}
