package dev.lodestar.runtime.http.request;

import io.undertow.server.HttpServerExchange;
import java.nio.charset.StandardCharsets;

/**
 * The path of a request as it was sent. Undertow removes path parameters and decodes the rest, so that several paths
 * would be the same here but different to a proxy, whose rules about a path could then be bypassed. Here a path is
 * looked up undecoded, in the one spelling that {@link #encode} gives each route. Only two differences are ignored,
 * as RFC 3986 asks (2.2, 6.2.2.1): the case of the digits of an escape, and whether a reserved character that
 * separates nothing is escaped, which proxies that rewrite a path decide for themselves.
 */
public final class RequestPath {
    private static final String DIGITS = "0123456789ABCDEF";

    private RequestPath() {}

    /** The path of a request, encoded. */
    public static String of(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        return escaped(exchange.isHostIncludedInRequestURI() ? withoutHost(target) : target);
    }

    /** Escapes everything in a path but slashes and the unreserved characters of RFC 3986. */
    public static String encode(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                escape(encoded, b);
            }
        }
        return encoded.toString();
    }

    // The path of an absolute URL. The only other target with a host is that of CONNECT, which has no path.
    private static String withoutHost(String url) {
        int authority = url.indexOf("://");
        int path = url.indexOf('/', authority + 3);
        return authority < 0 ? url : path < 0 ? "/" : url.substring(path);
    }

    private static String escaped(String sent) {
        int start = 0;
        while (start < sent.length() && isPlain(sent.charAt(start))) {
            start++;
        }
        if (start == sent.length()) {
            return sent;
        }
        StringBuilder path = new StringBuilder(sent.length() + 2).append(sent, 0, start);
        for (int i = start; i < sent.length(); i++) {
            char c = sent.charAt(i);
            if (c == '%' && isDigit(sent, i + 1) && isDigit(sent, i + 2)) {
                path.append(c).append(capital(sent.charAt(++i))).append(capital(sent.charAt(++i)));
            } else if (isPlain(c)) {
                path.append(c);
            } else {
                escape(path, c);
            }
        }
        return path.toString();
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && DIGITS.indexOf(capital(text.charAt(at))) >= 0;
    }

    private static char capital(char digit) {
        return digit >= 'a' && digit <= 'f' ? (char) (digit - 'a' + 'A') : digit;
    }

    // Undertow accepts only ASCII characters in a target.
    private static void escape(StringBuilder path, int b) {
        path.append('%').append(DIGITS.charAt(b >> 4 & 0xf)).append(DIGITS.charAt(b & 0xf));
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/-._~".indexOf(c) >= 0;
    }
}
