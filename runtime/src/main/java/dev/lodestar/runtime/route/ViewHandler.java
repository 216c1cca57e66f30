package dev.lodestar.runtime.route;

import dev.lodestar.Request;

/** Opens a view for a request: takes from the request what the renderings need. Called by any thread. */
@FunctionalInterface
public interface ViewHandler {
    /**
     * Reads the request and returns what renders the view from then on. In a shared feed, the rendering of the request
     * that opened it serves everybody.
     *
     * @param request the request that opens the stream; its signals are gone once the stream is open, so the
     *     handler must read the ones it needs now
     * @throws dev.lodestar.BadInput if the request lacks what the view needs; it is answered with 400 and no stream
     *     opens
     * @throws Exception if anything else is wrong; it is logged and answered with 500
     */
    Rendering open(Request request) throws Exception;
}
