package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What an action is answered with, ready to be sent, to several requests if these are the same call.
 *
 * @param status the status
 * @param headers those that are its own; every response has others besides
 * @param body the body, which nobody changes
 */
record ActionAnswer(int status, Map<HttpString, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    static ActionAnswer empty(int status) {
        return new ActionAnswer(status, Map.of(), NOTHING);
    }

    static ActionAnswer text(int status, String sentence) {
        return of(status, "text/plain; charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
    }

    static ActionAnswer of(int status, String contentType, byte[] body) {
        return new ActionAnswer(status, Map.of(Headers.CONTENT_TYPE, contentType), body);
    }

    /** This, with a further header. */
    ActionAnswer with(HttpString name, String value) {
        Map<HttpString, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ActionAnswer(status, Map.copyOf(more), body);
    }

    /** The bytes that it takes to remember it, more or less. */
    int weight() {
        return 300 + body.length;
    }

    void send(HttpServerExchange exchange) {
        exchange.setStatusCode(status);
        HeaderMap response = exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, Answer.NO_STORE);
        headers.forEach(response::put);
        if (body.length == 0) {
            exchange.endExchange();
        } else {
            Answer.body(exchange, ByteBuffer.wrap(body));
        }
    }
}
