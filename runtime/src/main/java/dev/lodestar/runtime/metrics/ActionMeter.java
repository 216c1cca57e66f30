package dev.lodestar.runtime.metrics;

/** Measures one action. All methods do nothing by default. Safe for use by any thread. */
public interface ActionMeter {
    /** Measures nothing. */
    ActionMeter NONE = new ActionMeter() {};

    /** The outcome of a call. */
    enum Outcome {
        /** The action completed. */
        DONE,
        /** The action refused the request. */
        REFUSED,
        /** The action threw an exception. */
        FAILED
    }

    /**
     * Records a call.
     *
     * @param nanos its duration in nanoseconds, including the time to read its input
     */
    default void called(Outcome outcome, long nanos) {}
}
