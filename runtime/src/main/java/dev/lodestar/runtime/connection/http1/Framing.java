package dev.lodestar.runtime.connection.http1;

import dev.lodestar.runtime.connection.refusal.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a request says where its body ends. Undertow takes any {@code Transfer-Encoding} for {@code chunked}, prefers
 * it to a {@code Content-Length} beside it, and truncates a length that is too long for a number. A proxy in front
 * may decide otherwise, and then the body of one request is the head of another. So anything ambiguous is refused,
 * and the connection must be closed (RFC 9112, 6.1 to 6.3).
 */
public final class Framing {
    private static final int MAX_DIGITS = 18;

    private Framing() {}

    /** Why a request is refused whose end is ambiguous, or null. The connection must be closed after the answer. */
    public static @Nullable Refusal refusal(HttpServerExchange exchange) {
        String fault = isPlain(exchange) ? fault(exchange) : "The request does not say plainly where its body ends.";
        return fault == null ? null : Refusal.badRequest(fault);
    }

    /** What is wrong with the part of a request that has arrived, though Undertow accepts it; null if nothing is. */
    public static @Nullable String fault(HttpServerExchange exchange) {
        return HeadGuard.fault(exchange);
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
        return length == null || length.size() == 1 && length.getFirst().length() <= MAX_DIGITS;
    }
}
