package dev.lodestar.runtime.http;

import dev.lodestar.runtime.http.post.Endpoint;
import dev.lodestar.runtime.http.post.PostEndpoint;
import dev.lodestar.runtime.http.request.IncomingRequest;
import dev.lodestar.runtime.session.BrowserSession;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.util.List;

/** Answers at a view's path: GET with its shim, POST with its stream. */
final class ViewEndpoint implements Endpoint {
    private final AssetEndpoint shim;
    private final PostEndpoint stream;
    private final Sessions sessions;

    /**
     * @param shim the page that opens the stream
     * @param stream reads the request for a stream and opens it
     * @param sessions give a browser a session with its first page
     */
    ViewEndpoint(AssetEndpoint shim, PostEndpoint stream, Sessions sessions) {
        this.shim = shim;
        this.stream = stream;
        this.sessions = sessions;
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "POST");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            stream.answer(exchange);
        } else {
            giveSession(exchange);
            shim.answer(exchange);
        }
    }

    private void giveSession(HttpServerExchange exchange) {
        BrowserSession known = IncomingRequest.session(exchange, sessions);
        boolean secure = IncomingRequest.isSecure(exchange);
        IncomingRequest.give(known == null ? sessions.create(secure) : known, exchange);
    }
}
