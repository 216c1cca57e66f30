package dev.lodestar.runtime.http.answer;

import dev.lodestar.runtime.connection.refusal.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** Short answers. */
public final class Answer {
    /** The value of {@code Cache-Control} for answers that nobody may cache. */
    public static final String NO_STORE = "no-store";

    private Answer() {}

    /** Answers that a request is refused. */
    public static void refuse(HttpServerExchange exchange, Refusal refusal) {
        text(exchange, refusal.status(), refusal.sentence());
    }

    /** Answers with a status and one sentence. */
    public static void text(HttpServerExchange exchange, int status, String sentence) {
        text(exchange, status, sentence, null);
    }

    /**
     * Answers with a status and one sentence while the request's body is being read.
     *
     * @param channel the request's channel, or null if nobody has begun to read from it
     */
    public static void text(
            HttpServerExchange exchange, int status, String sentence, @Nullable StreamSourceChannel channel) {
        respond(exchange, status, ErrorAnswer.body(exchange, status, sentence), channel);
    }

    /** Answers with a status and a body whose content type is already set. */
    static void respond(HttpServerExchange exchange, int status, byte[] body, @Nullable StreamSourceChannel channel) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, NO_STORE);
        body(exchange, ByteBuffer.wrap(body), channel);
    }

    /**
     * Answers with a body whose headers are already set, except for its length. A HEAD request gets only the length.
     */
    public static void body(HttpServerExchange exchange, ByteBuffer body) {
        body(exchange, body, null);
    }

    private static void body(HttpServerExchange exchange, ByteBuffer body, @Nullable StreamSourceChannel channel) {
        exchange.setResponseContentLength(body.remaining());
        ByteBuffer sent =
                exchange.getRequestMethod().equals(Methods.HEAD) ? body.slice().limit(0) : body;
        if (!exchange.isRequestComplete()) {
            EarlyAnswer.send(exchange, sent, channel);
        } else if (sent.hasRemaining()) {
            exchange.getResponseSender().send(sent);
        } else {
            exchange.endExchange();
        }
    }
}
