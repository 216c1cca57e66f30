package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.StatusCodes;

/** Holds the head of a request, of whichever version of HTTP, against the limits. */
final class HeadSize {
    /** What stands between a name and its value and after it. */
    private static final int PUNCTUATION = 4;

    private HeadSize() {}

    /** Answers and returns true if the head is larger than it may be. */
    static boolean refuses(HttpServerExchange exchange, Limits limits) {
        int url = exchange.getRequestURI().length() + exchange.getQueryString().length();
        if (url > limits.urlBytes()) {
            Answer.text(exchange, StatusCodes.REQUEST_URI_TOO_LARGE, longUrl(limits));
            return true;
        }
        if (exceeds(exchange.getRequestHeaders(), limits)) {
            Answer.text(exchange, StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE, largeHeaders(limits));
            return true;
        }
        return false;
    }

    static String longUrl(Limits limits) {
        return "The URL must have at most " + limits.urlBytes() + " bytes.";
    }

    static String largeHeaders(Limits limits) {
        return "There must be at most " + limits.headers() + " headers with " + limits.headerBytes() + " bytes in all.";
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
