package dev.lodestar.runtime.connection.http2;

import io.undertow.protocols.http2.Http2Channel;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.ParserUtils;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the head of a request of HTTP/2 against RFC 9113 (8.2 and 8.3). Undertow itself resets streams with capitals
 * and most other odd characters in names, and closes connections whose pseudo-headers come too late.
 */
public final class Http2Head {
    /** What is wrong with a request whose body has another length than announced. */
    public static final String WRONG_LENGTH = "The body must be as long as Content-Length says.";

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final HttpString KEEP_ALIVE = new HttpString("keep-alive");
    private static final HttpString PROXY_CONNECTION = new HttpString("proxy-connection");
    private static final Set<HttpString> OF_HTTP1 =
            Set.of(Headers.CONNECTION, KEEP_ALIVE, PROXY_CONNECTION, Headers.UPGRADE);

    private Http2Head() {}

    /**
     * What is wrong with a request's head, in one sentence, or null. If only {@code Host} names the host, it becomes
     * the authority.
     */
    static @Nullable String fault(HeaderMap headers) {
        if (!isSingle(headers, Http2Channel.METHOD)
                || !isSingle(headers, Http2Channel.SCHEME)
                || !isSingle(headers, Http2Channel.PATH)) {
            return "The request must have one :method, one :scheme and one :path.";
        }
        if (!isPath(headers.getFirst(Http2Channel.PATH), headers.getFirst(Http2Channel.METHOD))) {
            return "The :path must begin with a slash.";
        }
        if (!isTarget(headers.getFirst(Http2Channel.PATH))) {
            return "The :path has characters that must be encoded with %.";
        }
        if (!namesOneHost(headers)) {
            return "The request must name one host, in :authority, and the same one in the header Host if it has that.";
        }
        for (HeaderValues values : headers) {
            String fault = fault(values);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Replaces a head by a harmless one, which Undertow passes on, so that the request can be answered. */
    static void replace(HeaderMap headers) {
        String method = "HEAD".equals(headers.getFirst(Http2Channel.METHOD)) ? "HEAD" : "GET";
        headers.clear();
        headers.put(Http2Channel.METHOD, method);
        headers.put(Http2Channel.SCHEME, "https");
        headers.put(Http2Channel.PATH, "/");
    }

    /** What is wrong with a request whose head is valid, or null: it announces a body and ends without one. */
    static @Nullable String faultWithBody(HttpServerExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        return length != null && exchange.isRequestComplete() && Long.parseLong(length) > 0 ? WRONG_LENGTH : null;
    }

    private static boolean isSingle(HeaderMap headers, HttpString name) {
        HeaderValues values = headers.get(name);
        return values != null && values.size() == 1 && !values.getFirst().isEmpty();
    }

    private static boolean isPath(String path, String method) {
        return path.startsWith("/") || path.equals("*") && method.equals("OPTIONS");
    }

    private static boolean namesOneHost(HeaderMap headers) {
        HeaderValues authority = headers.get(Http2Channel.AUTHORITY);
        HeaderValues host = headers.get(Headers.HOST);
        if (authority == null && host != null && host.size() == 1) {
            headers.put(Http2Channel.AUTHORITY, host.getFirst());
            return true;
        }
        return (authority == null ? host == null : authority.size() == 1)
                && (host == null || host.size() == 1 && isSame(authority.getFirst(), host.getFirst()));
    }

    private static boolean isSame(String authority, String host) {
        return withoutPort(authority).equalsIgnoreCase(withoutPort(host));
    }

    private static String withoutPort(String host) {
        return host.endsWith(":443") ? host.substring(0, host.length() - 4) : host;
    }

    private static @Nullable String fault(HeaderValues values) {
        HttpString name = values.getHeaderName();
        if (OF_HTTP1.contains(name)
                || name.equals(Headers.TE) && !values.stream().allMatch("trailers"::equalsIgnoreCase)) {
            return "A request of HTTP/2 must not have the header " + name + ".";
        }
        if (name.toString().lastIndexOf(':') > 0) {
            return "The name of a header must have no colon.";
        }
        if (name.equals(Headers.CONTENT_LENGTH)
                && !(values.size() == 1 && LENGTH.matcher(values.getFirst()).matches())) {
            return "There must be at most one Content-Length, which is a number.";
        }
        for (String value : values) {
            if (beginsOrEndsWithSpace(value)) {
                return "The value of a header must neither begin nor end with a space.";
            }
        }
        return null;
    }

    private static boolean beginsOrEndsWithSpace(String value) {
        return !value.isEmpty() && (isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1)));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isTarget(String path) {
        return path.chars().allMatch(c -> c < 0x80 && ParserUtils.isRequestTargetChar((byte) c));
    }
}
