package dev.lodestar.runtime.http;

import dev.lodestar.runtime.http.request.HeaderFields;
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
 * Warns that a proxy speaks TLS with browsers while the server, which was not told of the proxy, assumes plain HTTP:
 * then its cookies are not bound to TLS and the host. Logged once, since anybody can send such a request. Safe for
 * use by any thread.
 */
final class MissingProxyWarning {
    private static final Logger log = LoggerFactory.getLogger(MissingProxyWarning.class);

    private final AtomicBoolean logged = new AtomicBoolean();

    /**
     * Checks a request that the server takes for plain HTTP.
     *
     * @param trusted whether it comes from a trusted proxy
     */
    void check(HttpServerExchange exchange, boolean trusted) {
        if (logged.get()) {
            return;
        }
        String sign = sign(exchange.getRequestHeaders());
        if (sign != null && logged.compareAndSet(false, true)) {
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

    /** The header that shows that the browser uses TLS, or null if none does. */
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
