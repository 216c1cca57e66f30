package dev.lodestar.runtime.http;

import dev.lodestar.runtime.connection.refusal.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of the application's own pages from those that a page of another site makes on behalf of its visitor
 * (CSRF). Browsers say where a request comes from, and no page can make them say something else.
 */
final class CrossSite {
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");

    private static final Refusal ANOTHER_SITE =
            new Refusal(StatusCodes.FORBIDDEN, "This request comes from another site.");

    /** Methods that change nothing. Other sites cannot read the answers. */
    private static final Set<HttpString> HARMLESS = Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS, Methods.TRACE);

    private CrossSite() {}

    /** Why a request is refused that may change something and that no page of the application made; null otherwise. */
    static @Nullable Refusal refusal(HttpServerExchange exchange) {
        return HARMLESS.contains(exchange.getRequestMethod()) ? null : originRefusal(exchange);
    }

    private static @Nullable Refusal originRefusal(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues site = headers.get(FETCH_SITE);
        if (site != null) {
            // "none" is refused, too. It means that the visitor acted, but nobody types a POST into the address bar.
            return site.size() == 1 && site.getFirst().equals("same-origin") ? null : ANOTHER_SITE;
        }
        HeaderValues origin = headers.get(Headers.ORIGIN);
        if (origin == null) {
            return new Refusal(
                    StatusCodes.FORBIDDEN,
                    "The request does not say where it comes from: a program must send the header Sec-Fetch-Site:"
                            + " same-origin, unless the application has crossOrigin = true at the action.");
        }
        boolean own = origin.size() == 1
                && isOf(origin.getFirst(), exchange.getRequestScheme(), headers.getFirst(Headers.HOST));
        return own ? null : ANOTHER_SITE;
    }

    /**
     * Whether an origin is that of the host that a request is for. A server without TLS may be behind a proxy that
     * terminates it, so "https" is certain and "http" is not.
     */
    static boolean isOf(String origin, String scheme, @Nullable String host) {
        boolean secure = origin.startsWith("https://");
        if (host == null || !secure && (scheme.equals("https") || !origin.startsWith("http://"))) {
            return false;
        }
        String defaultPort = secure ? ":443" : ":80";
        String authority = origin.substring(secure ? "https://".length() : "http://".length());
        return without(defaultPort, authority).equals(without(defaultPort, host));
    }

    private static String without(String defaultPort, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(defaultPort) ? lower.substring(0, lower.length() - defaultPort.length()) : lower;
    }
}
