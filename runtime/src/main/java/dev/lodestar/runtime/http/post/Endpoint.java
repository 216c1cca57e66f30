package dev.lodestar.runtime.http.post;

import io.undertow.server.HttpServerExchange;
import java.util.List;

/** Answers requests for one path. */
public interface Endpoint {
    /** Whether it answers whatever name the request calls the server by. */
    default boolean anyHost() {
        return false;
    }

    /** Whether requests of other sites may change something, too. */
    default boolean crossOrigin() {
        return false;
    }

    /** The methods that it knows, in the order in which {@code Allow} lists them. The router refuses all others. */
    List<String> methods();

    /** Answers a request with one of these methods, now or later. */
    void answer(HttpServerExchange exchange);
}
