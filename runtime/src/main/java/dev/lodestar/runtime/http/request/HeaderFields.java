package dev.lodestar.runtime.http.request;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers that may span several fields (RFC 9110, 5.3). If only the first field counted, anybody who can add a
 * field could decide what the server reads:
 *
 * <ul>
 *   <li>Lists are joined: {@code Accept}, {@code Accept-Encoding}, {@code Content-Encoding}, {@code Forwarded},
 *       {@code If-None-Match} and {@code X-Forwarded-*}. So are {@code Range} and {@code If-Range}; two fields of these
 *       are never valid, and the complete file is sent.
 *   <li>{@code Cookie} is joined too, with semicolons.
 *   <li>Headers that decide who sent a request, or where it ends, must occur once, or the request is refused:
 *       {@code Content-Length}, {@code Content-Type}, {@code Host}, {@code Lodestar-Call}, {@code Origin},
 *       {@code Sec-Fetch-Site} and {@code Transfer-Encoding}.
 *   <li>A hint that occurs twice is ignored: {@code Datastar-Request} and {@code X-Request-Id}.
 * </ul>
 */
public final class HeaderFields {
    private static final HttpString DATASTAR_REQUEST = new HttpString("Datastar-Request");

    private HeaderFields() {}

    /** Whether a Datastar client in a page sent the request. It applies events, and ignores other bodies. */
    public static boolean isFromDatastar(HeaderMap headers) {
        return "true".equals(single(headers, DATASTAR_REQUEST));
    }

    /** The value of a list, or null if the request does not have the header. */
    public static @Nullable String joined(HeaderMap headers, String name) {
        HeaderValues values = headers.get(name);
        return values == null ? null : values.size() == 1 ? values.getFirst() : String.join(", ", values);
    }

    /**
     * The value of {@code Cookie}, which HTTP/2 lets a browser split into as many fields as it likes (RFC 9113, 8.2.3).
     */
    public static @Nullable String cookies(HeaderMap headers) {
        HeaderValues values = headers.get(Headers.COOKIE);
        return values == null ? null : values.size() == 1 ? values.getFirst() : String.join("; ", values);
    }

    /** The value of any header as one string, or null if the request does not have it. */
    public static @Nullable String combined(HeaderMap headers, String name) {
        return name.equalsIgnoreCase(Headers.COOKIE_STRING) ? cookies(headers) : joined(headers, name);
    }

    /** The value of a header that must occur once, or null if it is missing or repeated. */
    public static @Nullable String single(HeaderMap headers, HttpString name) {
        HeaderValues values = headers.get(name);
        return values == null || values.size() != 1 ? null : values.getFirst();
    }
}
