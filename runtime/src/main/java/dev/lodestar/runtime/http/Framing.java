package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * How a request says where its body ends. Undertow takes every {@code Transfer-Encoding} for {@code chunked}, prefers
 * it to a {@code Content-Length} beside it, and takes a length that is too long for a number for a shorter one; a proxy
 * in front may decide otherwise, and then one request's body is another's head. So what is not plain is refused, and
 * the connection is closed (RFC 9112, 6.1 to 6.3).
 */
final class Framing {
    private static final int MOST_DIGITS = 18;

    private Framing() {}

    /** Answers and returns true if it is not certain where the request ends. */
    static boolean refuses(HttpServerExchange exchange) {
        String fault = fault(exchange);
        if (fault != null) {
            exchange.setPersistent(false);
            Answer.text(exchange, StatusCodes.BAD_REQUEST, fault);
        }
        return fault != null;
    }

    private static @Nullable String fault(HttpServerExchange exchange) {
        return isPlain(exchange) ? HeadGuard.fault(exchange) : "The request does not say plainly where its body ends.";
    }

    private static boolean isPlain(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues coding = headers.get(Headers.TRANSFER_ENCODING);
        HeaderValues length = headers.get(Headers.CONTENT_LENGTH);
        if (coding != null) {
            return length == null
                    && coding.size() == 1
                    && coding.getFirst().equalsIgnoreCase("chunked")
                    && exchange.isHttp11();
        }
        return length == null || length.size() == 1 && length.getFirst().length() <= MOST_DIGITS;
    }
}
