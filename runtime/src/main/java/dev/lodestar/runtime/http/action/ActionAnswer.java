package dev.lodestar.runtime.http.action;

import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.ContentTypes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The answer to a call of an action. It can be sent to several requests, if these are the same call.
 *
 * @param status the status
 * @param headers its own headers, besides those of every response
 * @param body the body, which must not be changed
 */
public record ActionAnswer(int status, Map<HttpString, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    static ActionAnswer empty(int status) {
        return new ActionAnswer(status, Map.of(), NOTHING);
    }

    static ActionAnswer text(int status, String sentence) {
        return of(status, ContentTypes.TEXT, sentence.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with a body. */
    public static ActionAnswer of(int status, String contentType, byte[] body) {
        return new ActionAnswer(status, Map.of(Headers.CONTENT_TYPE, contentType), body);
    }

    /** The same answer with another header. */
    public ActionAnswer with(HttpString name, String value) {
        Map<HttpString, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ActionAnswer(status, Map.copyOf(more), body);
    }

    /** About how many bytes it takes to remember the answer. */
    int weight() {
        return 300 + body.length;
    }

    /** Sends the answer to one of the requests. */
    public void send(HttpServerExchange exchange) {
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
