package dev.lodestar.runtime.route;

/** One run of a clock. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Tick {
    /**
     * Does what is due.
     *
     * @return whether anything changed, so that views need a refresh
     * @throws Exception if it failed; the failure is logged, and the clock goes on
     */
    boolean run() throws Exception;
}
