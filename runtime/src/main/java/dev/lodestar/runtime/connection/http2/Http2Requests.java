package dev.lodestar.runtime.connection.http2;

import dev.lodestar.runtime.connection.refusal.Refusal;
import dev.lodestar.runtime.connection.refusal.RequestHandler;
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

/** The requests of one HTTP/2 connection, whose number at once is limited. */
public final class Http2Requests implements HttpHandler {
    private static final AttachmentKey<Http2Requests> OF_CONNECTION = AttachmentKey.create(Http2Requests.class);

    private final RequestHandler handler;
    private final int max;
    private final Set<Runnable> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long idleSince = System.nanoTime();

    /**
     * The request whose head has arrived, until it is handled, and what is wrong with it. Confined to the
     * connection's thread.
     */
    private @Nullable Http2StreamSourceChannel arrived;

    private @Nullable String fault;

    Http2Requests(RequestHandler handler, int max) {
        this.handler = handler;
        this.max = max;
    }

    /**
     * Called when the head of a request has arrived. The request is handled next unless Undertow refuses it.
     *
     * @return whether the head is valid
     */
    boolean arrives(Http2StreamSourceChannel request) {
        arrived = request;
        fault = Http2Head.fault(request.getHeaders());
        if (fault != null) {
            Http2Head.replace(request.getHeaders());
        }
        return fault == null;
    }

    /** How long the connection has had no request, in nanoseconds; 0 or less if there is one. */
    long idleNanos() {
        return underWay.get() > 0 ? 0 : System.nanoTime() - idleSince;
    }

    /**
     * Calls a listener if the connection closes while the body of a request is arriving: Undertow reports a stream
     * that is reset, but not that all are closed. Does nothing for HTTP/1.1.
     */
    public static void bodyExpected(HttpServerExchange exchange, Runnable closed) {
        Http2Requests requests = exchange.getAttachment(OF_CONNECTION);
        if (requests != null) {
            requests.bodies.add(closed);
        }
    }

    /** Removes a listener, when the body has arrived or is not wanted any more. */
    public static void bodyEnded(HttpServerExchange exchange, Runnable closed) {
        Http2Requests requests = exchange.getAttachment(OF_CONNECTION);
        if (requests != null) {
            requests.bodies.remove(closed);
        }
    }

    /** Called when the connection is closed. */
    void closed() {
        bodies.forEach(Runnable::run);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete()) {
            exchange.putAttachment(OF_CONNECTION, this);
            ignoreTrailers(exchange, arrived);
        }
        // An idle connection should not retain its last request.
        arrived = null;
        exchange.addExchangeCompleteListener((ended, next) -> {
            idleSince = System.nanoTime();
            underWay.decrementAndGet();
            next.proceed();
        });
        int others = underWay.getAndIncrement();
        String refusal = fault == null ? Http2Head.faultWithBody(exchange) : fault;
        if (refusal != null) {
            handler.refuse(exchange, Refusal.badRequest(refusal));
        } else if (others >= max) {
            String sentence = "At most " + max + " requests at once are served.";
            handler.refuse(exchange, new Refusal(StatusCodes.SERVICE_UNAVAILABLE, sentence));
        } else {
            handler.handleRequest(exchange);
        }
    }

    // Undertow adds them to the headers, replacing those of the same name.
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
