package dev.lodestar.runtime.http;

import dev.lodestar.runtime.session.BrowserSession;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;

/** Answers at a view's path: GET with its shim, POST with its stream. */
final class ViewEndpoint implements Endpoint {
    private final AssetEndpoint shim;
    private final Intake stream;
    private final Sessions sessions;

    /**
     * @param shim the page that opens the stream
     * @param stream what reads the request for the stream and opens it
     * @param sessions of these, a browser gets one with its first page
     */
    ViewEndpoint(AssetEndpoint shim, Intake stream, Sessions sessions) {
        this.shim = shim;
        this.stream = stream;
        this.sessions = sessions;
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
        BrowserSession known = IncomingRequest.session(exchange, sessions);
        boolean secure = IncomingRequest.isSecure(exchange);
        IncomingRequest.give(known == null ? sessions.create(secure) : known, exchange);
    }
}
