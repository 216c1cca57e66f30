package dev.lodestar.runtime.route;

/** A handler's work for a stream that has opened or ended. Called once. */
@FunctionalInterface
public interface StreamCall {
    /**
     * Does the work.
     *
     * @return whether anything changed, so that views need a refresh
     * @throws Exception if it failed; the failure is logged
     */
    boolean run() throws Exception;
}
