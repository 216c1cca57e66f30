package dev.lodestar.runtime.connection.refusal;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Answers the requests of all connections. */
public interface RequestHandler extends HttpHandler {
    /** Answers a request that its connection refuses. */
    void refuse(HttpServerExchange exchange, Refusal refusal);
}
