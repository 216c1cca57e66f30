package dev.lodestar.runtime.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of one HTTP/2 connection, of which only so many may be under way at once. */
final class Http2Requests implements HttpHandler {
    private final HttpHandler handler;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean begun;

    Http2Requests(HttpHandler handler, int most) {
        this.handler = handler;
        this.most = most;
    }

    /** Whether there was a request at all. */
    boolean begun() {
        return begun;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        begun = true;
        exchange.addExchangeCompleteListener((ended, next) -> {
            underWay.decrementAndGet();
            next.proceed();
        });
        if (underWay.incrementAndGet() > most) {
            ResponseHeaders.STRICT.put(exchange);
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "At most " + most + " requests at once are served.");
        } else {
            handler.handleRequest(exchange);
        }
    }
}
