package dev.lodestar.runtime.route;

/** One run of a clock. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Tick {
    /**
     * Does what is due.
     *
     * @return whether anything changed, so that views are to be refreshed
     * @throws Exception if it failed; it is logged and the clock goes on
     */
    boolean run() throws Exception;
}
