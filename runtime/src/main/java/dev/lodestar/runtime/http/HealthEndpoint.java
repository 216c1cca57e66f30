package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

/** Tells that the server serves. While it closes, {@link RequestRouter} answers for it. */
final class HealthEndpoint implements Endpoint {
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
        Answer.text(exchange, StatusCodes.OK, "Serving.");
        return true;
    }
}
