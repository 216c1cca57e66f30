package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** Short answers. */
final class Answer {
    static final String NO_STORE = "no-store";

    private Answer() {}

    /** Answers with a status and one sentence. */
    static void text(HttpServerExchange exchange, int status, String sentence) {
        text(exchange, status, sentence, null);
    }

    /**
     * Answers with a status and one sentence while the request's body is being read.
     *
     * @param channel the request's channel, or null if nobody reads from it
     */
    static void text(HttpServerExchange exchange, int status, String sentence, @Nullable StreamSourceChannel channel) {
        respond(exchange, status, ErrorAnswer.body(exchange, status, sentence), channel);
    }

    /** Answers with a status and a body whose type is set. */
    static void respond(HttpServerExchange exchange, int status, byte[] body, @Nullable StreamSourceChannel channel) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, NO_STORE);
        body(exchange, ByteBuffer.wrap(body), channel);
    }

    /** Answers with a status and nothing else. */
    static void empty(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, NO_STORE);
        exchange.endExchange();
    }

    /** Answers with a body whose headers are set, except for its length; a HEAD request gets only that. */
    static void body(HttpServerExchange exchange, ByteBuffer body) {
        body(exchange, body, null);
    }

    private static void body(HttpServerExchange exchange, ByteBuffer body, @Nullable StreamSourceChannel channel) {
        exchange.setResponseContentLength(body.remaining());
        ByteBuffer sent =
                exchange.getRequestMethod().equals(Methods.HEAD) ? body.slice().limit(0) : body;
        if (!exchange.isRequestComplete()) {
            Linger.send(exchange, sent, channel);
        } else if (sent.hasRemaining()) {
            exchange.getResponseSender().send(sent);
        } else {
            exchange.endExchange();
        }
    }
}
