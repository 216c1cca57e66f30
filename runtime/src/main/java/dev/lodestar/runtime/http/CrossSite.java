package dev.lodestar.runtime.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes requests that another site's page makes in the name of its visitor. Browsers say where a request comes
 * from; a request that says nothing comes from a program, which has no visitor to act for, and passes.
 */
final class CrossSite {
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private CrossSite() {}

    static boolean sent(HeaderMap headers) {
        String site = headers.getFirst(FETCH_SITE);
        if (site != null) {
            // "none": the visitor did it, with a bookmark or the address bar.
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = headers.getFirst(Headers.ORIGIN);
        return origin != null && !isOf(origin, headers.getFirst(Headers.HOST));
    }

    // The scheme is not compared: behind a proxy that ends TLS, the server sees another one than the browser.
    private static boolean isOf(String origin, @Nullable String host) {
        int authority = origin.indexOf("://");
        if (authority < 0 || host == null) {
            return false;
        }
        String defaultPort = origin.startsWith("https:") ? ":443" : ":80";
        return without(defaultPort, origin.substring(authority + 3)).equals(without(defaultPort, host));
    }

    private static String without(String defaultPort, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(defaultPort) ? lower.substring(0, lower.length() - defaultPort.length()) : lower;
    }
}
