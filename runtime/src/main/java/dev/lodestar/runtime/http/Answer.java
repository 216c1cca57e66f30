package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Short answers. */
final class Answer {
    static final String NO_STORE = "no-store";

    private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");

    private Answer() {}

    /** Sets the headers that every response has. */
    static void always(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(CONTENT_TYPE_OPTIONS, "nosniff").put(REFERRER_POLICY, "same-origin");
    }

    /** Answers with a status and one sentence. */
    static void text(HttpServerExchange exchange, int status, String sentence) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, NO_STORE);
        bytes(exchange, "text/plain; charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a status and nothing else. */
    static void empty(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, NO_STORE);
        exchange.endExchange();
    }

    /** Answers with a body; a HEAD request gets its length only. */
    static void bytes(HttpServerExchange exchange, String contentType, byte[] body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        body(exchange, ByteBuffer.wrap(body));
    }

    /** Answers with a body whose headers are set, except for its length. */
    static void body(HttpServerExchange exchange, ByteBuffer body) {
        exchange.setResponseContentLength(body.remaining());
        if (exchange.getRequestMethod().equals(io.undertow.util.Methods.HEAD)) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(body);
        }
    }
}
