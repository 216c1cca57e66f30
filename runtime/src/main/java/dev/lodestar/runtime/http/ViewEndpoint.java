package dev.lodestar.runtime.http;

import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/** Answers at a view's path: GET with its shim, POST with its stream. */
final class ViewEndpoint implements Endpoint {
    private final AssetEndpoint shim;
    private final Intake stream;
    private final @Nullable Sessions given;

    /**
     * @param shim the page that opens the stream
     * @param stream what reads the request for the stream and opens it
     * @param given the sessions of which a browser gets one with the page, or null if it is to get none
     */
    ViewEndpoint(AssetEndpoint shim, Intake stream, @Nullable Sessions given) {
        this.shim = shim;
        this.stream = stream;
        this.given = given;
    }

    @Override
    public String allow() {
        return "GET, HEAD, POST";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (method.equals("POST")) {
            stream.accept(exchange);
            return true;
        }
        giveSession(exchange);
        return shim.answer(exchange, method);
    }

    private void giveSession(HttpServerExchange exchange) {
        if (given != null && given.find(exchange.getRequestHeaders().getFirst(Headers.COOKIE)) == null) {
            exchange.getResponseHeaders().add(Headers.SET_COOKIE, Sessions.cookie(given.create()));
        }
    }
}
