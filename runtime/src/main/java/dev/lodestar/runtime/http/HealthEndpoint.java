package dev.lodestar.runtime.http;

import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.post.Endpoint;
import dev.lodestar.runtime.work.Underway;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.List;

/**
 * Says whether the server is serving or about to close. Once it closes, the router answers.
 *
 * @param underway knows whether the server is about to close
 */
record HealthEndpoint(Underway underway) implements Endpoint {
    /** Monitors use the machine's address. */
    @Override
    public boolean anyHost() {
        return true;
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        if (underway.leaving()) {
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The server is going to close.");
        } else {
            Answer.text(exchange, StatusCodes.OK, "Serving.");
        }
    }
}
