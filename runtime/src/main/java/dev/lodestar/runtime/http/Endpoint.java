package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;

/** What answers at one path. */
interface Endpoint {
    /** Whether it answers by whatever name the request calls the server. */
    default boolean anyHost() {
        return false;
    }

    /** Whether it may change something for requests of other sites, too. */
    default boolean crossOrigin() {
        return false;
    }

    /** The methods it knows, as {@code Allow} names them. */
    String allow();

    /**
     * Answers, or sees to it that it is answered later.
     *
     * @param method the method, in capitals
     * @return false if it does not know the method, and nothing was done
     */
    boolean answer(HttpServerExchange exchange, String method);
}
