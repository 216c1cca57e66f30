package dev.lodestar.runtime.route;

import dev.lodestar.Reply;
import dev.lodestar.Request;

/** Runs an action. Called by any number of threads at once. */
@FunctionalInterface
public interface ActionHandler {
    /**
     * Does what the request asks for.
     *
     * @param request the request, with its signals
     * @return the answer
     * @throws dev.lodestar.BadInput if the request lacks what the action needs; it is answered with 400
     * @throws Exception if anything else is wrong; it is logged and answered with 500
     */
    Reply handle(Request request) throws Exception;
}
