package dev.lodestar.runtime.http;

import dev.lodestar.runtime.work.Underway;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

/**
 * Tells that the server serves, or is going to close. While it closes, {@link RequestRouter} answers for it.
 *
 * @param underway knows
 */
record HealthEndpoint(Underway underway) implements Endpoint {
    /** A monitor asks by the machine's address. */
    @Override
    public boolean anyHost() {
        return true;
    }

    @Override
    public String allow() {
        return "GET, HEAD";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return false;
        }
        if (underway.leaving()) {
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The server is going to close.");
        } else {
            Answer.text(exchange, StatusCodes.OK, "Serving.");
        }
        return true;
    }
}
