package dev.lodestar.runtime.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.StatusCodes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of one HTTP/2 connection, of which only so many may be under way at once. */
final class Http2Requests implements HttpHandler {
    private static final AttachmentKey<Http2Requests> OF_CONNECTION = AttachmentKey.create(Http2Requests.class);

    private final HttpHandler handler;
    private final int most;
    private final Set<BodyReader> reading = ConcurrentHashMap.newKeySet();
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

    /** Notes that more of a request's body is to come over its connection, if that speaks HTTP/2. */
    static void expects(HttpServerExchange exchange, BodyReader body) {
        Http2Requests requests = exchange.getAttachment(OF_CONNECTION);
        if (requests != null) {
            requests.reading.add(body);
        }
    }

    /** Notes that no more of it is to come. */
    static void expectsNoMore(HttpServerExchange exchange, BodyReader body) {
        Http2Requests requests = exchange.getAttachment(OF_CONNECTION);
        if (requests != null) {
            requests.reading.remove(body);
        }
    }

    /** Gives up what was still to come: Undertow tells those who read that a stream was reset, but not that all are closed. */
    void closed() {
        reading.forEach(BodyReader::gone);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        begun = true;
        if (!exchange.isRequestComplete()) {
            exchange.putAttachment(OF_CONNECTION, this);
        }
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
