package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a proxy speaks TLS with browsers while the server, which was not told of it, thinks that they speak
 * plain HTTP: then its cookies are not bound to TLS and the host. That is said once, since anybody can send such a
 * request. Safe for use by any thread.
 */
final class UnnamedProxy {
    private static final Logger log = LoggerFactory.getLogger(UnnamedProxy.class);

    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Looks at a request that counts as one of plain HTTP.
     *
     * @param trusted whether it comes from a proxy that was named
     */
    void look(HttpServerExchange exchange, boolean trusted) {
        if (told.get()) {
            return;
        }
        String sign = sign(exchange.getRequestHeaders());
        if (sign != null && told.compareAndSet(false, true)) {
            String peer = exchange.getConnection()
                    .getPeerAddress(InetSocketAddress.class)
                    .getAddress()
                    .getHostAddress();
            log.warn(
                    "A request says ({}) that its browser speaks https, but it came as http from {}, so session cookies are"
                            + " neither Secure nor bound to the host. If that is your proxy, {}.",
                    sign,
                    peer,
                    trusted
                            ? "let it send X-Forwarded-Proto or Forwarded with the browser's scheme"
                            : "start the server with --proxy " + peer + " (Config.withProxies)");
        }
    }

    /** What tells that there is TLS, or null if nothing does. */
    private static @Nullable String sign(HeaderMap headers) {
        String scheme = HeaderFields.joined(headers, Headers.X_FORWARDED_PROTO_STRING);
        if (scheme != null && scheme.equalsIgnoreCase("https")) {
            return "X-Forwarded-Proto: https";
        }
        String forwarded = HeaderFields.joined(headers, Headers.FORWARDED_STRING);
        if (forwarded != null && forwarded.toLowerCase(Locale.ROOT).contains("proto=https")) {
            return "Forwarded: proto=https";
        }
        String origin = HeaderFields.single(headers, Headers.ORIGIN);
        boolean own = origin != null
                && origin.startsWith("https://")
                && CrossSite.isOf(origin, "http", HeaderFields.single(headers, Headers.HOST));
        return own ? "Origin: https" : null;
    }
}
