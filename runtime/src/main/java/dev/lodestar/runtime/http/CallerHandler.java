package dev.lodestar.runtime.http;

import dev.lodestar.runtime.proxy.Caller;
import dev.lodestar.runtime.proxy.Proxies;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Puts into each request who really sent it, and how: address, scheme and host, and under which id. Whatever comes after needs to know nothing of
 * TLS and proxies.
 */
public final class CallerHandler implements HttpHandler {
    private static final String X_FOR = "X-Forwarded-For";
    private static final String X_PROTO = "X-Forwarded-Proto";
    private static final String X_HOST = "X-Forwarded-Host";

    private final String scheme;
    private final Proxies proxies;
    private final HttpHandler next;
    private final UnnamedProxy unnamed = new UnnamedProxy();

    /**
     * @param scheme what the server speaks, {@code http} or {@code https}
     * @param proxies whose word about a request is believed
     * @param next what answers
     */
    public CallerHandler(String scheme, Proxies proxies, HttpHandler next) {
        this.scheme = scheme;
        this.proxies = proxies;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // In HTTP/2 it is what the client claims.
        exchange.setRequestScheme(scheme);
        InetAddress peer = exchange.getSourceAddress().getAddress();
        boolean trusted = peer != null && proxies.include(peer);
        if (trusted) {
            RequestId.trust(exchange);
            try {
                apply(caller(peer, exchange.getRequestHeaders()), exchange);
            } catch (IllegalArgumentException e) {
                ResponseHeaders.STRICT.put(exchange);
                Answer.text(exchange, StatusCodes.BAD_REQUEST, e.getMessage());
                return;
            }
        }
        if (!IncomingRequest.isSecure(exchange)) {
            unnamed.look(exchange, trusted);
        }
        next.handleRequest(exchange);
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
