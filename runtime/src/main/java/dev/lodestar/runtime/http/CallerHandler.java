package dev.lodestar.runtime.http;

import dev.lodestar.runtime.connection.refusal.Refusal;
import dev.lodestar.runtime.connection.refusal.RequestHandler;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.request.HeaderFields;
import dev.lodestar.runtime.http.request.IncomingRequest;
import dev.lodestar.runtime.http.request.RequestId;
import dev.lodestar.runtime.proxy.Caller;
import dev.lodestar.runtime.proxy.Proxies;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Finds out who really sent a request, and how: the client's address, the scheme, the host and the id. The next
 * handlers need to know nothing of TLS and proxies.
 */
public final class CallerHandler implements RequestHandler {
    private static final String X_FOR = "X-Forwarded-For";
    private static final String X_PROTO = "X-Forwarded-Proto";
    private static final String X_HOST = "X-Forwarded-Host";

    private final String scheme;
    private final Proxies proxies;
    private final HttpHandler next;
    private final MissingProxyWarning warning = new MissingProxyWarning();

    /**
     * @param scheme the scheme of the server, {@code http} or {@code https}
     * @param proxies the trusted proxies
     * @param next answers the requests
     */
    public CallerHandler(String scheme, Proxies proxies, HttpHandler next) {
        this.scheme = scheme;
        this.proxies = proxies;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // Over HTTP/2 the scheme is what the client claims.
        exchange.setRequestScheme(scheme);
        InetAddress peer = exchange.getSourceAddress().getAddress();
        boolean trusted = peer != null && proxies.include(peer);
        if (trusted) {
            RequestId.trust(exchange);
            try {
                apply(caller(peer, exchange.getRequestHeaders()), exchange);
            } catch (IllegalArgumentException e) {
                refuse(exchange, Refusal.badRequest(e.getMessage()));
                return;
            }
        }
        if (!IncomingRequest.isSecure(exchange)) {
            warning.check(exchange, trusted);
        }
        next.handleRequest(exchange);
    }

    @Override
    public void refuse(HttpServerExchange exchange, Refusal refusal) {
        ResponseHeaders.STRICT.put(exchange);
        Answer.refuse(exchange, refusal);
    }

    private Caller caller(InetAddress proxy, HeaderMap headers) {
        return proxies.caller(
                proxy,
                HeaderFields.joined(headers, Headers.FORWARDED_STRING),
                HeaderFields.joined(headers, X_FOR),
                HeaderFields.joined(headers, X_PROTO),
                HeaderFields.joined(headers, X_HOST));
    }

    private static void apply(Caller caller, HttpServerExchange exchange) {
        exchange.setSourceAddress(new InetSocketAddress(caller.address(), 0));
        if (caller.scheme() != null) {
            exchange.setRequestScheme(caller.scheme());
        }
        if (caller.host() != null) {
            exchange.getRequestHeaders().put(Headers.HOST, caller.host());
        }
    }
}
