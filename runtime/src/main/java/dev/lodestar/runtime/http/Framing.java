package dev.lodestar.runtime.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/**
 * How a request says where its body ends. Undertow takes every {@code Transfer-Encoding} for {@code chunked} and prefers
 * it to a {@code Content-Length} beside it; a proxy in front may decide otherwise, and then one request's body is
 * another's head. So what is not plain is refused (RFC 9112, 6.1 and 6.3).
 */
final class Framing {
    private Framing() {}

    static boolean isPlain(HeaderMap headers) {
        HeaderValues coding = headers.get(Headers.TRANSFER_ENCODING);
        HeaderValues length = headers.get(Headers.CONTENT_LENGTH);
        if (coding != null) {
            return length == null && coding.size() == 1 && coding.getFirst().equalsIgnoreCase("chunked");
        }
        return length == null || length.size() == 1;
    }
}
