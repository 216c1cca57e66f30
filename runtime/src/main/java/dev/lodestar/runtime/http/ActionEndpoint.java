package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;

/**
 * Answers at an action's path.
 *
 * @param intake what reads the request and runs the action
 * @param crossOrigin whether any site may post to it
 */
record ActionEndpoint(Intake intake, boolean crossOrigin) implements Endpoint {
    @Override
    public String allow() {
        return "POST";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (!method.equals("POST")) {
            return false;
        }
        intake.accept(exchange);
        return true;
    }
}
