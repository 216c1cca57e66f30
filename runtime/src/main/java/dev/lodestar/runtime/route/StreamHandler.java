package dev.lodestar.runtime.route;

import dev.lodestar.Request;

/**
 * Prepares for the opening or the end of a stream: takes from its request what will be needed then. Called by any
 * thread.
 */
@FunctionalInterface
public interface StreamHandler {
    /**
     * Reads the request and returns the work to do.
     *
     * @param request the request that opens the stream; its signals are gone once the stream is open
     * @throws dev.lodestar.BadInput if the request lacks what is needed; it is answered with 400 and no stream opens
     * @throws Exception if anything else is wrong; it is logged and answered with 500
     */
    StreamCall prepare(Request request) throws Exception;
}
