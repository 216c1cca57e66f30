package dev.lodestar.runtime.connection.refusal;

import dev.lodestar.Limits;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/** The limits on the head of a request, the same for each version of HTTP. */
public final class HeadSize {
    /** What separates a name from its value, and ends the line. */
    private static final int PUNCTUATION = 4;

    private HeadSize() {}

    /** Why a request's head is refused, or null if it is within the limits. */
    public static @Nullable Refusal refusal(HttpServerExchange exchange, Limits limits) {
        int url = exchange.getRequestURI().length() + exchange.getQueryString().length();
        if (url > limits.urlBytes()) {
            return longUrl(limits);
        }
        return exceeds(exchange.getRequestHeaders(), limits) ? largeHeaders(limits) : null;
    }

    /** The refusal of a URL that is too long. */
    public static Refusal longUrl(Limits limits) {
        return new Refusal(
                StatusCodes.REQUEST_URI_TOO_LARGE, "The URL must have at most " + limits.urlBytes() + " bytes.");
    }

    /** The refusal of headers that are too many or too large. */
    public static Refusal largeHeaders(Limits limits) {
        return new Refusal(
                StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "There must be at most " + limits.headers() + " headers with " + limits.headerBytes()
                        + " bytes in all.");
    }

    private static boolean exceeds(HeaderMap headers, Limits limits) {
        int count = 0;
        int bytes = 0;
        for (HeaderValues values : headers) {
            int name = values.getHeaderName().length() + PUNCTUATION;
            for (String value : values) {
                count++;
                bytes += name + value.length();
            }
        }
        return count > limits.headers() || bytes > limits.headerBytes();
    }
}
