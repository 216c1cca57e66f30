package dev.lodestar.runtime.route;

/** What is done when a stream opened, or when it ended. Called once. */
@FunctionalInterface
public interface StreamCall {
    /**
     * Does it.
     *
     * @return whether anything changed, so that views are to be refreshed
     * @throws Exception if it failed; it is logged
     */
    boolean run() throws Exception;
}
