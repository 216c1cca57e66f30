package dev.lodestar.runtime.route;

import dev.lodestar.Request;

/** Prepares for a stream's opening or end: takes from its request what will be needed then. Called by any thread. */
@FunctionalInterface
public interface StreamHandler {
    /**
     * Reads the request and gives what is to be done.
     *
     * @param request the request that opens the stream; its signals are gone when it is open
     * @throws dev.lodestar.BadInput if the request lacks what is needed; it is answered with 400 and no stream opens
     * @throws Exception if anything else is wrong; it is logged and answered with 500
     */
    StreamCall prepare(Request request) throws Exception;
}
