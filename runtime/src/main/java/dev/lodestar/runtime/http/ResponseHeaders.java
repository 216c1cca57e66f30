package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Permission;
import dev.lodestar.runtime.http.answer.ContentPolicy;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of every response, which restrict what other sites, and the page itself, may do. */
final class ResponseHeaders {
    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    private static final HttpString OPENER_POLICY = new HttpString("Cross-Origin-Opener-Policy");
    private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
    private static final HttpString PERMISSIONS_POLICY = new HttpString("Permissions-Policy");
    private static final String SAME_ORIGIN = "same-origin";
    private static final String A_YEAR = "max-age=31536000";

    /** For answers that are given without the application. */
    static final ResponseHeaders STRICT = new ResponseHeaders(permissions(Set.of()), false);

    private final String permissions;
    private final boolean staysSecure;

    private ResponseHeaders(String permissions, boolean staysSecure) {
        this.permissions = permissions;
        this.staysSecure = staysSecure;
    }

    /**
     * The headers of an application.
     *
     * @param granted the features of the device that its pages may use
     */
    static ResponseHeaders of(Config config, Set<Permission> granted) {
        return new ResponseHeaders(permissions(granted), !config.development());
    }

    private static String permissions(Set<Permission> granted) {
        return Stream.of(Permission.values())
                .map(permission -> permission.feature() + (granted.contains(permission) ? "=(self)" : "=()"))
                .collect(Collectors.joining(", "));
    }

    /** Sets the headers, with the strictest content policy. */
    void put(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders()
                .put(CONTENT_TYPE_OPTIONS, "nosniff")
                .put(Headers.REFERRER_POLICY, SAME_ORIGIN)
                .put(OPENER_POLICY, SAME_ORIGIN)
                .put(RESOURCE_POLICY, SAME_ORIGIN)
                .put(PERMISSIONS_POLICY, permissions);
        ContentPolicy.NOTHING.put(exchange);
        if (staysSecure && exchange.getRequestScheme().equals("https") && !isLoopback(exchange)) {
            headers.put(Headers.STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
    }

    // On localhost the header would apply to everything else that is developed there.
    private static boolean isLoopback(HttpServerExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        return host == null || AllowedHosts.isLoopback(host);
    }
}
