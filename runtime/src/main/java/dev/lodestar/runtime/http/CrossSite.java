package dev.lodestar.runtime.http;

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
 * Tells requests of the application's own pages from those that another site's page makes in the name of its visitor.
 * Browsers say where a request comes from, and no page can have them say something else.
 */
final class CrossSite {
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");

    private static final String ANOTHER_SITE = "This request comes from another site.";

    /** They change nothing, and their answers cannot be read by other sites. */
    private static final Set<HttpString> HARMLESS = Set.of(Methods.GET, Methods.HEAD, Methods.OPTIONS, Methods.TRACE);

    private CrossSite() {}

    /** Answers a request that may change something and that no page of the application made; false if it is none. */
    static boolean refuse(HttpServerExchange exchange) {
        String refusal = HARMLESS.contains(exchange.getRequestMethod()) ? null : refusal(exchange);
        if (refusal != null) {
            Answer.text(exchange, StatusCodes.FORBIDDEN, refusal);
        }
        return refusal != null;
    }

    private static @Nullable String refusal(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues site = headers.get(FETCH_SITE);
        if (site != null) {
            // Also "none", which is what the visitor does himself: nobody types a POST into the address bar.
            return site.size() == 1 && site.getFirst().equals("same-origin") ? null : ANOTHER_SITE;
        }
        HeaderValues origin = headers.get(Headers.ORIGIN);
        if (origin == null) {
            return "The request does not say where it comes from: a program must send the header Sec-Fetch-Site: same-origin,"
                    + " unless the application has crossOrigin = true at the action.";
        }
        boolean own = origin.size() == 1
                && isOf(origin.getFirst(), exchange.getRequestScheme(), headers.getFirst(Headers.HOST));
        return own ? null : ANOTHER_SITE;
    }

    /**
     * Whether an origin is that of the host that a request is for. A server that knows of no TLS may be behind a proxy
     * that ends it, so that only "https" is certain.
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
