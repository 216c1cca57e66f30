package dev.lodestar.processor.diagnostic;

import java.util.function.Consumer;

/** Reports the problems of one compilation as they are found, and remembers whether any was an error. */
public final class Diagnostics {
    private final Consumer<Problem> sink;
    private boolean failed;

    /**
     * @param sink receives each problem, to print it or to look at it in a test
     */
    public Diagnostics(Consumer<Problem> sink) {
        this.sink = sink;
    }

    /** Reports a problem because of which the application cannot be built. */
    public void error(Origin origin, Rule rule, String message) {
        failed = true;
        sink.accept(new Problem(origin, rule, Problem.Severity.ERROR, message));
    }

    /** Reports something that is probably a mistake, though the application can be built. */
    public void warning(Origin origin, Rule rule, String message) {
        sink.accept(new Problem(origin, rule, Problem.Severity.WARNING, message));
    }

    /** Whether any error was reported. */
    public boolean failed() {
        return failed;
    }
}
