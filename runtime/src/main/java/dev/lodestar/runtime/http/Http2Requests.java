package dev.lodestar.runtime.http;

import io.undertow.protocols.http2.Http2StreamSourceChannel;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.StatusCodes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The requests of one HTTP/2 connection, of which only so many may be under way at once. */
final class Http2Requests implements HttpHandler {
    private static final AttachmentKey<Http2Requests> OF_CONNECTION = AttachmentKey.create(Http2Requests.class);

    private final HttpHandler handler;
    private final int most;
    private final Set<BodyReader> reading = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long idleSince = System.nanoTime();

    /** The request whose head has arrived, until it is handled, and what is wrong with it. Confined to the thread. */
    private @Nullable Http2StreamSourceChannel arrived;

    private @Nullable String fault;

    Http2Requests(HttpHandler handler, int most) {
        this.handler = handler;
        this.most = most;
    }

    /**
     * Says that the head of a request has arrived, which is handled next unless Undertow refuses it.
     *
     * @return whether nothing is wrong with it
     */
    boolean arrives(Http2StreamSourceChannel request) {
        arrived = request;
        fault = Http2Head.fault(request.getHeaders());
        if (fault != null) {
            Http2Head.replace(request.getHeaders());
        }
        return fault == null;
    }

    /** For how long no request has been under way, in nanoseconds; 0 or less if there is one. */
    long idleNanos() {
        return underWay.get() > 0 ? 0 : System.nanoTime() - idleSince;
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
        if (!exchange.isRequestComplete()) {
            exchange.putAttachment(OF_CONNECTION, this);
            ignoreTrailers(exchange, arrived);
        }
        // An idle connection keeps nothing of its last request.
        arrived = null;
        exchange.addExchangeCompleteListener((ended, next) -> {
            idleSince = System.nanoTime();
            underWay.decrementAndGet();
            next.proceed();
        });
        int others = underWay.getAndIncrement();
        String refusal = fault == null ? Http2Head.faultWithBody(exchange) : fault;
        if (refusal != null) {
            ResponseHeaders.STRICT.put(exchange);
            Answer.text(exchange, StatusCodes.BAD_REQUEST, refusal);
        } else if (others >= most) {
            ResponseHeaders.STRICT.put(exchange);
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "At most " + most + " requests at once are served.");
        } else {
            handler.handleRequest(exchange);
        }
    }

    // Undertow puts them among the headers, in the place of those of the same name.
    private static void ignoreTrailers(HttpServerExchange exchange, @Nullable Http2StreamSourceChannel request) {
        if (request != null) {
            HeaderMap headers = exchange.getRequestHeaders();
            HeaderMap before = new HeaderMap().putAll(headers);
            request.setTrailersHandler(trailers -> {
                headers.clear();
                headers.putAll(before);
            });
        }
    }
}
