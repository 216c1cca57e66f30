package dev.lodestar.runtime.metrics;

/** What measures one action. By itself it measures nothing. Safe for use by any thread. */
public interface ActionMeter {
    /** Measures nothing. */
    ActionMeter NONE = new ActionMeter() {};

    /** What came of a call. */
    enum Outcome {
        /** It did what was asked. */
        DONE,
        /** It refused the request. */
        REFUSED,
        /** It threw. */
        FAILED
    }

    /**
     * The action was called.
     *
     * @param nanos how long it took, with what reads the request for it
     */
    default void called(Outcome outcome, long nanos) {}
}
